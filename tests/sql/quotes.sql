-- csto_quotes: columns, both shapes, NULL, wrong arguments
.mode quote
.headers on
SELECT * FROM csto_quotes('وقال المتحدث باسم البلدية إن الحديقة ستفتح غدا. وأضاف: "الدخول مجاني للجميع طوال الأسبوع".');
.headers off
SELECT csto_quotes('وقال المتحدث باسم البلدية إن الحديقة ستفتح غدا.');
SELECT substr(t, start, length) = quote FROM
  (SELECT 'قَالَ مصدرٌ أمنيٌّ: «الطريق مـغلق منذ الصباح»' AS t), csto_quotes(t);
SELECT count(*) FROM csto_quotes(NULL);
SELECT csto_quotes(NULL), csto_quotes(''), csto_quotes('لا كلام هنا');
SELECT json_type(csto_quotes('قال مصدر أمني إن الطريق مغلق'));
SELECT csto_quotes('قال', 'x');
SELECT csto_quotes();
-- the first name of a man or a woman tells whom a verb cannot have
SELECT speaker, verb, quote FROM csto_quotes('التقى يوسف شعلان سامية الحداد في تونس. وأوضحت أن الملعب سيغلق غدا.');
SELECT coalesce(speaker, '-'), verb, quote FROM csto_quotes('عبر يوسف شعلان عن أسفه. وأعلنت أن الملعب سيغلق.');
-- who stands behind an office and a comma speaks
SELECT speaker, quote FROM csto_quotes('وقال المجلس البلدي إن العمل مستمر. وكان مفوض الأمم المتحدة السامي لحقوق الإنسان، الأمير سامر بن رعد الحداد، قال إن الوضع لا يمكن استمراره.');
-- what nobody notices
SELECT count(*) FROM csto_quotes('قال سامر الحداد إن الأمر سهل. ويلاحظ أن الأسعار ارتفعت.');
-- the subject is the pronoun before the verb, the name behind it is addressed
SELECT speaker, verb, quote FROM csto_quotes('وقال مكتب الرئيس، سامر الحداد، إنه أبلغ رئيس الوزراء، كريم شعلان، بأن الهدنة تشمل الإقليم كله.');
-- behind "yet": the subject of the first verb speaks with the second too
SELECT speaker, verb FROM csto_quotes('وحذر الوزير سامر الحداد من الهجوم أمس. بيد أن المتحدث باسم البلدية، كريم شعلان، رفض التحذير وقال إن الأمر قد انتهى.');
-- what a meeting is about, the veil, a paper that said
SELECT speaker, direct, quote FROM csto_quotes('افتتح الوزير سامر الحداد الندوة. وقال، خلال افتتاح الندوة حول "إصلاح منظومة الحماية: من الرعاية إلى الحقوق"، إن الحكومة تعمل على ذلك.');
SELECT coalesce(speaker, '-'), verb, quote FROM csto_quotes('سافر سامر الحداد إلى الجنوب وكشف الغطاء عن أخطار المناجم القديمة هناك.');
SELECT speaker, quote FROM csto_quotes('انتقدت تركيا المنظمة الأربعاء بسبب تقرير ذكر أن الطريق أغلق منذ شهر.') WHERE verb = 'ذكر';
-- a number behind the verb: they that were asked say it, nobody named before
SELECT coalesce(speaker, '-'), quote FROM csto_quotes('وقال معهد الأرقام إن الاستطلاع انتهى. وقال 20% ممن شملهم الاستطلاع إنهم غير راضين عن الأداء.');
-- two clauses of a title; a tape of hers in which she says
SELECT speaker, quote FROM csto_quotes('يوسف شعلان يرحب بالحوار ووزارة النقل تشكك في نجاحه');
SELECT speaker, quote FROM csto_quotes('قال يوسف شعلان إن الأمر سهل. ونشرت الفرقة شريطا قديما لسامية الحداد قالت فيه "انضممت إلى الفرقة لأني أحب الغناء كثيرا".');

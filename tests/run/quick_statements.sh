# What a page states of texts: each class of statement that once went wrong,
# in sentences of the tests' own.
. "$TOP/tests/run/lib.sh"
mkdir "$W/news"
text() { printf '%s\n' "$@" > "$W/news/$n.txt"; n=$((n + 1)); }
n=10
text 'قمة في تالين' 'قال رئيس اتحاد البلطيق الدولي سامر الخطيب إن القمة ناجحة.' \
  'وأضاف الخطيب أن العمل مستمر. ونفى الخطيب هذه الأنباء، وكتب على صفحته في الشبكة: "ليس هناك أي رسالة من هذا النوع أبدا".'
text 'اجتماع المنظمة' 'قال المسؤول إن الرئيس الفنلندي ماتي كوسكي سيحضر اجتماعا لحلف شمال الأطلسي في بروكسل.' \
  'وأعلن الأمين العام للأمم المتحدة البرتغالي أنطونيو غوتيريش رفضه استئناف المفاوضات مع المتمردين.'
text 'حزب جديد' 'وتأسس حزب الوحدة الأخضر الذي يترأسه ماتي كوسكي عام 2004 في البلاد.' \
  'ودعا ماتي كوسكي الى وقف القتال فورا في كل المدن.'
text 'مرشحون' 'أعلن جميع مرشحي الرئاسة المعارضين لماتي كوسكي أنهم سوف يلغون هذا النظام كله.' \
  'ووصل الرئيس الفنلندي ماتي كوسكي، ووزير دفاعه تابيو نييمي، إلى مدينة تالين.'
text 'تهنئة' 'هنأ الرئيس الفنلندي ماتي كوسكي، الرئيس الإستوني الجديد على فوزه.' \
  'واستقبل مدير مكتب الرئيس ماتي كوسكي الوفد. وكان حراس كوسكي يعتقدون أن الطريق سالكة في ذلك اليوم.'
text 'لجان' 'قررت لجنة الانضباط في الأمم المتحدة وقف الموظف.'
text 'لجنة' 'وردت لجنة الإنضباط في الأمم المتحدة على الرسالة أمس.'
REPORT_LANG=en ORG='الأمم المتحدة' run "$W/news" "$db" "$W/out.html" > /dev/null
page=$(sed '/<section id="texts">/,$d; s/<[^>]*>//g' "$W/out.html")
not() {
  case $2 in
    *"$3"*) echo "not ok - $1"; echo "# '$3'" ;;
    *) echo "ok - $1" ;;
  esac
}
has "a refusal is told as one" "$page" 'رفضه استئناف المفاوضات'
has "a particle without its hamza" "$page" 'دعا الى'
not "words of a third behind a denial" "$page" 'ليس هناك أي رسالة'
not "they who oppose him are not he" "$page" 'سوف يلغون'
not "what many believe" "$page" 'الطريق سالكة'
not "another's minister" "$page" 'وزير دفاعه'
not "president of two lands" "$page" 'الرئيس الإستوني'
not "the head of his office" "$page" 'مدير مكتب'
not "a nationality in an office" "$page" 'البرتغالي'
not "the year of the founding" "$page" '2004'
has "one body in two spellings" "$page" 'لجنة الانضباط (2)'
is "a meeting that he is to attend" "$(sql "$db" \
  ".read sql/reports/parts/claims.sql" "SELECT subject, status FROM temp.claim
    WHERE relation = 'event_at' AND instr(subject, ' ')")" "اجتماع لحلف شمال الأطلسي|planned"
# Whose an office, a saying, an edge is; what only points back.
mkdir "$W/more"
text() { printf '%s\n' "$@" > "$W/more/$n.txt"; n=$((n + 1)); }
text 'لقاء' 'اجتمع الأمين العام لمجلس الشمال مع وزير خارجية فنلندا ماتي كوسكي أمس.' \
  'وقال وزير خارجية فنلندا ماتي كوسكي إن العمل على بناء الطريق الجديد مستمر في كل المدن، وهو ما تنفيه المعارضة.'
text 'نقابة' 'أعلن المدير عن تعيين ماتي كوسكي مستشارا اقتصاديا له عام 2012.' \
  'قالت نقابة المعلمين إن الإضراب مستمر حتى آخر الشهر. وقالت النقابة الوطنية للمعلمين إن الإضراب نجح.'
text 'نقابة أخرى' 'قالت نقابة المعلمين إن المطالب واضحة جدا للجميع. وقالت النقابة الوطنية للمعلمين إنها لن تتراجع.' \
  'وطالب رئيس الحكومة سامر الخطيب مجلس الشمال بدعم المملكة.'
run "$W/more" "$W/more.db" "$W/more.html" > /dev/null
page=$(sed '/<section id="texts">/,$d; s/<[^>]*>//g' "$W/more.html")
not "who met him is another" "$page" 'الأمين العام لمجلس الشمال'
has "an office is called by its name" "$page" 'مستشار اقتصادي'
has "and has its year" "$page" "$(printf 'مستشار اقتصادي 2012')"
has "the reporter's words are cut" "$page" 'في كل المدن …'
is "a name is no pair with a part of it" "$(sql "$W/more.db" \
  ".read sql/reports/network.sql" | grep -c 'نقابة المعلمين.*النقابة الوطنية')" 0
# The best founded saying of each: named beside the verb, led to by "that".
mkdir "$W/sure"
text() { printf '%s\n' "$@" > "$W/sure/$n.txt"; n=$((n + 1)); }
text 'كلمة' 'قال كمال حداد بعد أن دعاه ماتي كوسكي إلى المنصة خلال اجتماع كبير "سوف أكون رئيسا برغبة من الشعب".'
text 'اتهام' 'واتهمت إيران، وهي عضو في منظمة الجبال، ماتي كوسكي بتسييس المنظمة.' \
  'وقال ماتي كوسكي إن الأسعار لن ترتفع قبل نهاية العام، الجمعة. ووصل الرئيس التركي والمستشارة الألمانية أنغيلا ميركل.'
run "$W/sure" "$W/sure.db" "$W/sure.html" > /dev/null
page=$(sed '/<section id="texts">/,$d; s/<[^>]*>//g' "$W/sure.html")
not "who called him to the stage did not say it" \
  "$(printf %s "$page" | grep -A2 'ماتي كوسكي')" 'برغبة من الشعب'
not "a land's membership is not his" "$page" 'عضو في منظمة'
has "a saying ends before its day" "$page" 'قبل نهاية العام '
not "nor with it" "$page" 'العام، الجمعة'
not "one office of two people" "$page" 'الرئيس التركي و'
# What is another's; a body in two sports; papers cut short.
mkdir "$W/last"
text() { printf '%s\n' "$@" > "$W/last/$n.txt"; n=$((n + 1)); }
text 'وفد' 'حضر الاجتماع مساعد السكرتير الخاص لخادم الحرمين الشريفين السيد تميم الحداد.' \
  'وقال وزير الطاقة في حكومة الرئيس ماتي كوسكي إن الوضع صعب. ووقع الرئيس الفنلندي ماتي كوسكي الخميس قرار فرض رسوم.'
text 'نائب' 'وقال نائب المستشارة الألمانية أنغيلا ميركل إن الحل قريب.'
text 'لقاء' 'قالت المستشارة الألمانية أنغيلا ميركل إن اللقاء كان مثمرا جدا للطرفين.'
text 'قمة' 'وصلت المستشارة الألمانية أنغيلا ميركل إلى باريس أمس.'
run "$W/last" "$W/last.db" "$W/last.html" > /dev/null
page=$(sed '/<section id="texts">/,$d; s/<[^>]*>//g' "$W/last.html")
not "the King is not his secretary" "$page" 'خادم الحرمين'
not "nor a president his minister" "$page" 'في حكومة الرئيس'
not "a decision without what it decides" "$page" 'قرار فرض'
not "a deputy is not his chief" "$page" 'نائب المستشارة'
# An envoy of somebody, a candidate's manager.
mkdir "$W/envoy"
text() { printf '%s\n' "$@" > "$W/envoy/$n.txt"; n=$((n + 1)); }
text 'مبعوث' 'واستهدف الهجوم الممثل الخاص للأمين العام السيد كمال النجار في المدينة.' \
  'كشف سامر الحداد، مدير الحملة الانتخابية للرئيس الفنلندي، ماتي كوسكي عن الأسباب.'
text 'نداء' 'لوكاشينكو يدعو من مينسك إلى لقاء كبير' \
  'وتعاقد الفريق مع هدى كمدرب مساعد للمدرب التونسي نبيل الكوكي.'
text 'مناسبة' 'وطالب كمال النجار بالمناسبة بتمتيع الفلاحين بالمزايا الفنية كلها.' \
  'وقالت المنظمة الدولية إن عدد الجرحى ارتفع كثيرا في الأيام الأخيرة من الشهر.'
text 'خطف' 'وقالت هدى المنصوري إنهن وصلن متأخرات جدا إلى المدينة. تؤكد هدى المنصوري أنهن خطفن قبل أعوام كثيرة من البلاد.'
run "$W/envoy" "$W/envoy.db" "$W/envoy.html" > /dev/null
page=$(sed '/<section id="texts">/,$d; s/<[^>]*>//g' "$W/envoy.html")
not "an envoy is not the one he is sent by" "$page" 'الأمين العام'
not "nor a candidate his manager" "$(printf %s "$page" |
  grep 'ماتي كوسكي')" 'مدير الحملة'
not "a particle is none of the words" "$page" 'تؤكد: خطفن'
not "from a town is not to it" "$page" 'مينسك: '
not "an aide is not his trainer" "$page" 'مساعد للمدرب'
not "an occasion is not demanded" "$page" 'المناسبة'
not "a word for any body says nothing" "$page" 'المنظمة الدولية'
# What goes round on the net is no fact; a paper is against nobody.
mkdir "$W/rumour"
text() { printf '%s\n' "$@" > "$W/rumour/$n.txt"; n=$((n + 1)); }
text 'المنظمة لم تعلن شيئا' 'تتداول صفحات وحسابات على منصات كثيرة، حديثا، خبرا زعمت أنه عاجل.' \
  'الأمم المتحدة تدعو فنلندا إلى إعادة الأراضي المحتلة فورا. وقال الرئيس الفنلندي ماتي كوسكي إن الخبر انتشر سريعا جدا.'
text 'نداء' 'الأمم المتحدة تدعو إستونيا إلى وقف دعم المتمردين خلال جلسة لمحكمة العدل الدولية.' \
  'وقال الرئيس الفنلندي ماتي كوسكي إن السلام ممكن في هذه السنة. وتم تطبيق "اتفاق الخدمات الدولية" ضد كل من فنلندا وإستونيا.'
text 'اثنان' 'وكان الوزير ورئيس بولندا أندريه دودا يدعمان موقف الوالدين كل الدعم.' \
  'وناشدت اليونيسف الأطراف المعنية السماح بالدخول إلى القرية لترميم المدرسة.'
text 'سفير' 'وقال السفير الإماراتي لدى فنلندا أمام محكمة العدل الدولية كمال النجار إن الحل قريب.'
run "$W/rumour" "$W/rumour.db" "$W/rumour.html" > /dev/null
page=$(sed '/<section id="texts">/,$d; s/<[^>]*>//g' "$W/rumour.html")
not "what goes round is not demanded" "$page" 'إعادة الأراضي'
not "nor said" "$page" 'الخبر انتشر'
has "what is told is" "$page" 'السلام ممكن'
is "a demand ends before its place, so does an office" \
  "$(sql "$W/rumour.db" ".read sql/reports/parts/claims.sql" "SELECT
    subject, object, detail FROM temp.claim WHERE subject <> 'ماتي كوسكي'
    ORDER BY id")" "الأمم المتحدة|إستونيا|وقف دعم المتمردين
أندريه دودا|رئيس بولندا|بولندا
كمال النجار|السفير الإماراتي لدى فنلندا|فنلندا"

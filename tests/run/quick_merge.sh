# What the reports make of whole texts, from a folder of them: spellings of an
# office and of its holder, short names in titles, sayings with their
# particles, what is close to a name and what is not.
. "$TOP/tests/run/lib.sh"
d=$W/texts
mkdir "$d"
n=0
text() { n=$((n + 1)); printf '%s\n\n' "$@" > "$d/$n.txt"; }
text 'الحداد: الماء يصل غدا' \
  'أعلن وزير الخارجية المصري سامر بن علي الحداد اليوم أن الماء سيصل إلى القرى غدا بعد أن انتهت أعمال الحفر.'
text 'لقاء في القاهرة' \
  'قال وزير خارجية مصر سامر الحداد إن المشروع سيبدأ في الربيع المقبل بعد توقيع العقود مع الشركات.'
text 'زيارة' \
  'وصل وزير الخارجية المصري سامر الحداد إلى الكويت، ودعا الدول إلى فتح الحدود أمام القوافل التجارية.'
text 'تصريح في جنيف' \
  'قال المتحدث باسم حلف شمال الأطلسي كارل ديفرز إن التهديدات التي تواجه حلف شمال الأطلسي تتزايد كل عام.'
text 'الأزمة تطول' \
  'حذر الناطق الرسمي باسم الناتو كارل ديفرز من أن الأزمة ستطول إذا لم تفتح الطرق.'
text 'أزمة المجاعة' \
  'قالت منظمة إغاثة في بيان طويل نشرته أمس إن خطر المجاعة يحيط بمئات القرى في الإقليم الجنوبي، وإن شاحناتها تنتظر منذ أسابيع، بينما يجتمع حلف شمال الأطلسي في بروكسل.' \
  'واتهم كارل ديفرز الجماعات المسلحة بالوقوف وراء إغلاق الطرق.'
text 'مباراة القارة' \
  'يجتمع الاتحاد الأفريقي لكرة القدم غدا، وقال رئيس الاتحاد الأفريقي نادر شعلان إن الاتحاد الأفريقي لكرة القدم سيختار الملعب.'
text 'قمة القارة' \
  'عقد الاتحاد الأفريقي قمة في أديس أبابا، وقالت رئيسة مفوضية الاتحاد الأفريقي ميمونة كابي إن الاتحاد الأفريقي سيرسل بعثة.'
text 'اجتماع الاتحاد' \
  'قال الأمين العام المساعد للاتحاد الأفريقي جمال رستم إن الاجتماع تأجل.' \
  'وطالب الاتحاد الأفريقي الدول بوقف ما وصفه، أمس، بالتصريحات.'
text 'الحداد والمشير' \
  'أكد عادل رستم الناطق باسم المشير ربيع الكيلاني أن الطريق مفتوح.' \
  'وقال وزير الثقافة والإعلام جابر الحمداني إن المعرض تأجل.'
text 'في وداع الملك' \
  'غادر الملك ماجد بن هاشم العاصمة، وكان في وداعه وزير الثقافة والإعلام جابر بن زيد الحمداني. وهذه أول زيارة يقوم بها الملك ماجد إلى الخارج.'
text 'الطرق' \
  'قال كارل ديفرز إن الطريق طويل جدا. وأضاف كارل ديفرز أن الثلج يغطي الجبال. وأكد كارل ديفرز أن العمل بدأ في الممر. وقالت كارل ديفرز إن البحر هادئ هذا الصباح.' \
  'وعلى أثر ذلك عيّن الأرمني نادر الشمري وزيرًا للمياه.' \
  'وقال كارل ديفرز إن الصيد لا يشكل تهديدا لحلف شمال الأطلسي.'
text 'قمة منظمة شنغهاي للتعاون تعتمد البيان الختامي' \
  'أعربت المنظمة عن دعمها لاتفاق السلام في الإقليم.' \
  'وتتولى تونس رئاسة منظمة شنغهاي للتعاون هذا العام. ومن أولويات رئاسة تونس مكافحة الجفاف.' \
  'ووصل الوفد إلى العاصمة المغربية الرباط. وجمدت الرباط عضويتها في منظمة شنغهاي للتعاون.'
JOBS=1 run "$d" "$db" > /dev/null

is "what the title names is known in the body" \
  "$(bare "$db" "SELECT subject FROM relation WHERE relation = 'supports'
    AND field = 'body' AND object LIKE 'اتفاق السلام%'")" \
  "منظمة شنغهاي للتعاون"
is "places and sentences are those of the field" \
  "$(bare "$db" "SELECT count(*), sum(substr(CASE r.field WHEN 'title'
    THEN title WHEN 'lead' THEN lead ELSE body END, start, length)
    = evidence), min(sentence) FROM relation r
    JOIN article a ON a.id = article WHERE r.field <> 'title'")" \
  "$(bare "$db" "SELECT count(*), count(*), 1 FROM relation
    WHERE field <> 'title'")"
report() { r=$1; shift; sql "$db" ".parameter init" "$@" \
  ".read sql/reports/$r.sql" 2>&1; }
set_() { printf ".parameter set %s \"'%s'\"" "$1" "$2"; }

is "a short name in a title is the one full name of its article" \
  "$(bare "$db" "SELECT count(*) FROM named WHERE field = 'title'
    AND text = 'الحداد' AND name LIKE 'سامر%'")" 1
is "with and without the father's name: one holder of one office" \
  "$(bare "$db" "SELECT count(DISTINCT name) FROM named
    WHERE name LIKE 'سامر%الحداد'")" 1
is "one office in its spellings" "$(report persons "$(set_ :post 'خارجية')" |
  sed 1d | cut -d'|' -f1,2,6)" \
  "سامر الحداد | وزير الخارجية المصري | 3 "
is "spokesman is spokesman, NATO is NATO" "$(report persons \
  "$(set_ :person 'كارل ديفرز')" | sed 1d | cut -d'|' -f2,6)" \
  " المتحدث باسم حلف شمال الأطلسي | 2 "
has "a capital whose country is told stands for it" "$(report organization \
  "$(set_ :org 'منظمة شنغهاي للتعاون')" | grep '^member')" '| المغرب |'
has "the priorities of who is in the chair" "$(report organization \
  "$(set_ :org 'منظمة شنغهاي للتعاون')")" 'مكافحة الجفاف (رئاسة تونس)'
out=$(report organization "$(set_ :org 'حلف شمال الأطلسي')" | grep '^threat')
has "a danger close to the name" "$out" 'التهديدات التي تواجه'
is "one far from it is none of its own" "$(echo "$out" | grep -c المجاعة)" 0
is "what is no danger is none" "$(echo "$out" | grep -c الصيد)" 0
out=$(report organization "$(set_ :org 'الاتحاد الأفريقي')")
has "the union's own officer" "$out" 'ميمونة كابي'
has "an assistant is no secretary general" "$out" 'officer |  | جمال رستم'
is "what was cut before its end is left out" \
  "$(echo "$out" | grep -c 'ما وصفه')" 0
is "and not the one of a namesake in news of sport" \
  "$(echo "$out" | grep -c 'نادر شعلان')" 0
report html > "$W/page.html"
has "the particle between the verb and the words" "$(cat "$W/page.html")" \
  '<span class="verb">حذر من أن</span> الأزمة ستطول'
is "accused of, without whom, says nothing" "$(grep '<blockquote>' \
  "$W/page.html" | grep -c 'بالوقوف وراء')" 0
is "she did not say what he says elsewhere" "$(grep '<blockquote>' \
  "$W/page.html" | grep -c 'البحر هادئ')" 0
is "who has a spokesman is none" "$(report persons "$(set_ :person \
  'ربيع الكيلاني')" | sed 1d)" ""
is "a minister of no country, with and without his father's name" \
  "$(bare "$db" "SELECT count(DISTINCT name) FROM named
    WHERE name LIKE 'جابر%الحمداني'")" 1
is "a king by his first name" "$(bare "$db" "SELECT group_concat(DISTINCT name)
  FROM named WHERE text LIKE 'ماجد%'")" 'ماجد بن هاشم'
is "an office as it is called, not as its case" "$(report persons \
  "$(set_ :person 'نادر الشمري')" | sed 1d | cut -d'|' -f2)" ' وزير للمياه '

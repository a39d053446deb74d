/* known.c - what is noted of words changes nothing: texts are gone through
** again and again, with other words behind the same ones, by
** tests/fuzz/known.c, which stops the program where a row differs.
*/
#include "../fuzz/known.c"
#include "check.h"

static const char *const texts[] = {
  "قال وزير الخارجية المصري سامح شكري إن مصر تدعم وحدة ليبيا.",
  "قال وزير الدفاع إن القوات الليبية دخلت مدينة سرت يوم الأحد 3 مايو 2020.",
  "وأكد الوزير أن مصر لن تقبل بذلك، مؤكدا أن الأمم المتحدة تتابع الوضع.",
  "أعلنت الأمم أن مجلس الأمن الدولي سيعقد جلسة غدا في نيويورك.",
  "عقد مجلس الوزراء جلسة، ووصف رئيسه الوضع بأنه \"صعب جدا\".",
  "والي المدينة، وإلى جانبه والي الخرطوم، زار مطار القاهرة الدولي.",
  "وصل الرئيس الروسي فلاديمير بوتين إلى العاصمة التركية أنقرة مساء أمس.",
  "بوتين: سنزور أنقرة قريبا. وفقا لوكالة الأنباء، سيزورها في مارس المقبل.",
  "تسلم السفير أوراق اعتماده من أمير دولة الكويت يوم الخميس الماضي.",
  "دولة الكويت عضو في مجلس التعاون لدول الخليج العربية منذ عام 1981.",
};

int main(void) {
  size_t round, i, n = sizeof texts / sizeof *texts, gone = 0;
  for (round = 0; round < 3; round++)
    for (i = 0; i < n; i++) {
      const char *s = texts[(i * 7 + round) % n];
      gone += LLVMFuzzerTestOneInput((const uint8_t *)s, strlen(s)) == 0;
    }
  CHECK(gone == 3 * n);
  return check_done();
}

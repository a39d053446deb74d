/* forms_table.c - prints text/forms_table.c: the letters that each Arabic
** presentation form (U+FB50-FDFF, U+FE70-FEFC) stands for, from the Unicode
** data of utf8proc.  Vowel marks that the data writes with a space to sit
** on are printed without it.
**
** cc ext/gen/forms_table.c -lutf8proc -o gen && ./gen >ext/text/forms_table.c
*/
#include <stdio.h>
#include <utf8proc.h>

static void entry(unsigned cp) {
  utf8proc_int32_t out[32];
  int last = 0, first = 1;
  long i, n = utf8proc_decompose_char((int)cp, out, 32,
                                      UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT,
                                      &last);
  if (n < 1 || (n == 1 && out[0] == (int)cp)) return;
  printf("  {0x%04X, \"", cp);
  for (i = 0; i < n; i++) {
    unsigned char b[4];
    long j, k;
    if (first && out[i] == ' ' && n > 1) continue;
    first = 0;
    k = (long)utf8proc_encode_char(out[i], b);
    for (j = 0; j < k; j++) printf("\\%03o", b[j]);
    if (i % 8 == 7) printf("\"\n    \"");
  }
  printf("\"},\n");
}

int main(void) {
  unsigned cp;
  printf("/* forms_table.c - made by gen/forms_table.c (Unicode %s, "
         "utf8proc %s).\n** Do not edit. */\n#include \"text/forms.h\"\n\n"
         "const csto_form csto_forms[] = {\n",
         utf8proc_unicode_version(), utf8proc_version());
  for (cp = 0xFB50; cp < 0xFE00; cp++) entry(cp);
  for (cp = 0xFE70; cp < 0xFEFD; cp++) entry(cp);
  printf("};\nconst size_t csto_nforms = "
         "sizeof csto_forms / sizeof *csto_forms;\n");
  return 0;
}

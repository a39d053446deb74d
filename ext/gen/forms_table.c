/* forms_table.c - prints text/forms_table.c: the letters that each Arabic
** presentation form (U+FB50-FDFF, U+FE70-FEFC) stands for, from the Unicode
** data of utf8proc.  Vowel marks that the data writes with a space to sit
** on are printed without it.
**
** cc ext/gen/forms_table.c -lutf8proc -o gen && ./gen >ext/text/forms_table.c
*/
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static void entry(unsigned cp) {
  unsigned char in[5] = {0};
  utf8proc_uint8_t *out;
  const unsigned char *p;
  int n = 0;
  utf8proc_encode_char((int)cp, in);
  out = utf8proc_NFKC(in);
  if (!out) return;
  p = out;
  if (*p == ' ' && p[1]) p++;      /* a vowel mark alone */
  if (strcmp((const char *)p, (const char *)in) != 0) {
    printf("  {0x%04X, \"", cp);
    for (; *p; p++) {
      printf("\\%03o", *p);
      if (++n % 14 == 0 && p[1]) printf("\"\n    \"");
    }
    printf("\"},\n");
  }
  free(out);
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

/* forms.h - Arabic presentation forms spelled out, and text cleaned for
** reading (not for searching: letters keep their hamza, ى and ة). */
#ifndef CSTO_FORMS_H
#define CSTO_FORMS_H
#include <stddef.h>
#include <stdint.h>
#include "base/buf.h"

typedef struct csto_form {
  uint16_t cp;
  char letters[38];      /* UTF-8 */
} csto_form;

/* Ascending by cp; text/forms_table.c, generated. */
extern const csto_form csto_forms[];
extern const size_t csto_nforms;

/* The letters that cp stands for, or NULL: not a presentation form. */
const char *csto_form_letters(uint32_t cp);

/* Appends s[0..n) to out as clean lines: presentation forms spelled out;
** bidi and zero-width controls, soft hyphens and byte order marks dropped;
** every newline (CR LF, U+2028, ...) one LF; a run of white space inside a
** line one space, or one TAB where the run is a tab or three or more spaces
** (columns of a page); no white space at the ends of lines; NUL and other
** controls are white space.  Invalid bytes stay.  Linear; plain stretches
** are copied whole. */
void csto_clean(csto_buf *out, const char *s, size_t n);

#endif

/* letters.h - letters that the entity rules compare words by, as they stand
** in folded text: two bytes each.
*/
#ifndef CSTO_LETTERS_H
#define CSTO_LETTERS_H

#define ALEF   "\xd8\xa7"         /* ا */
#define BA     "\xd8\xa8"         /* ب */
#define FA     "\xd9\x81"         /* ف */
#define HA     "\xd9\x87"         /* ه */
#define KAF    "\xd9\x83"         /* ك */
#define LAM    "\xd9\x84"         /* ل */
#define NUN    "\xd9\x86"         /* ن */
#define TA     "\xd8\xaa"         /* ت */
#define WAW    "\xd9\x88"         /* و */
#define YA     "\xd9\x8a"         /* ي */
#define COMMA  "\xd8\x8c"         /* ، */
#define AL     "\xd8\xa7\xd9\x84" /* ال */

#endif

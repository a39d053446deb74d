/* letters.h - letters and marks that rules compare words by, by their Unicode
** names, as string literals to be joined: AL MEEM.  An Arabic letter is two
** bytes.  Words belong in data, not here.
*/
#ifndef CSTO_LETTERS_H
#define CSTO_LETTERS_H

#define HAMZA           "\xd8\xa1"  /* ء */
#define ALEF_MADDA      "\xd8\xa2"  /* آ */
#define WAW_HAMZA       "\xd8\xa4"  /* ؤ */
#define YEH_HAMZA       "\xd8\xa6"  /* ئ */
#define ALEF_HAMZA      "\xd8\xa3"  /* أ */
#define ALEF_BELOW      "\xd8\xa5"  /* إ */
#define ALEF            "\xd8\xa7"  /* ا */
#define AL              "\xd8\xa7\xd9\x84"  /* ال */
#define BEH             "\xd8\xa8"  /* ب */
#define MARBUTA         "\xd8\xa9"  /* ة */
#define TEH             "\xd8\xaa"  /* ت */
#define THEH            "\xd8\xab"  /* ث */
#define JEEM            "\xd8\xac"  /* ج */
#define HAH             "\xd8\xad"  /* ح */
#define KHAH            "\xd8\xae"  /* خ */
#define DAL             "\xd8\xaf"  /* د */
#define THAL            "\xd8\xb0"  /* ذ */
#define REH             "\xd8\xb1"  /* ر */
#define ZAIN            "\xd8\xb2"  /* ز */
#define SEEN            "\xd8\xb3"  /* س */
#define SHEEN           "\xd8\xb4"  /* ش */
#define SAD             "\xd8\xb5"  /* ص */
#define DAD             "\xd8\xb6"  /* ض */
#define TAH             "\xd8\xb7"  /* ط */
#define ZAH             "\xd8\xb8"  /* ظ */
#define AIN             "\xd8\xb9"  /* ع */
#define GHAIN           "\xd8\xba"  /* غ */
#define FEH             "\xd9\x81"  /* ف */
#define QAF             "\xd9\x82"  /* ق */
#define KAF             "\xd9\x83"  /* ك */
#define LAM             "\xd9\x84"  /* ل */
#define MEEM            "\xd9\x85"  /* م */
#define NOON            "\xd9\x86"  /* ن */
#define HEH             "\xd9\x87"  /* ه */
#define WAW             "\xd9\x88"  /* و */
#define MAKSURA         "\xd9\x89"  /* ى */
#define YEH             "\xd9\x8a"  /* ي */
#define COMMA           "\xd8\x8c"  /* ، */
#define SEMICOLON       "\xd8\x9b"  /* ؛ */
#define QUESTION        "\xd8\x9f"  /* ؟ */
#define FATHATAN        "\xd9\x8b"  /* ً */
#define DAMMA           "\xd9\x8f"  /* ُ */
#define GUILLEMET_OPEN  "\xc2\xab"  /* « */
#define GUILLEMET_CLOSE "\xc2\xbb"  /* » */
#define QUOTE_OPEN      "\xe2\x80\x9c"  /* “ */
#define QUOTE_CLOSE     "\xe2\x80\x9d"  /* ” */
#define ELLIPSIS        "\xe2\x80\xa6"  /* … */
#define EN_DASH         "\xe2\x80\x93"  /* – */
#define EM_DASH         "\xe2\x80\x94"  /* — */

#endif

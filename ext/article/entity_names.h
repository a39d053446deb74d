/* entity_names.h - the named characters of HTML that pages use; sorted by
** strcmp.  Source: the HTML standard, named character references. */
#ifndef CSTO_ENTITY_NAMES_H
#define CSTO_ENTITY_NAMES_H
#include <stdint.h>

static const struct { const char *name; uint16_t cp; } entity_names[] = {
  {"AMP", '&'}, {"Aacute", 0xC1}, {"Agrave", 0xC0}, {"Auml", 0xC4},
  {"COPY", 0xA9}, {"Ccedil", 0xC7}, {"Eacute", 0xC9}, {"Egrave", 0xC8},
  {"GT", '>'}, {"LT", '<'}, {"Ntilde", 0xD1}, {"Ouml", 0xD6},
  {"QUOT", '"'}, {"REG", 0xAE}, {"Uuml", 0xDC}, {"aacute", 0xE1},
  {"acirc", 0xE2}, {"acute", 0xB4}, {"aelig", 0xE6}, {"agrave", 0xE0},
  {"amp", '&'}, {"apos", '\''}, {"aring", 0xE5}, {"atilde", 0xE3},
  {"auml", 0xE4}, {"bdquo", 0x201E}, {"brvbar", 0xA6}, {"bull", 0x2022},
  {"ccedil", 0xE7}, {"cent", 0xA2}, {"circ", 0x2C6}, {"copy", 0xA9},
  {"dagger", 0x2020}, {"darr", 0x2193}, {"deg", 0xB0}, {"divide", 0xF7},
  {"eacute", 0xE9}, {"ecirc", 0xEA}, {"egrave", 0xE8}, {"emsp", 0x2003},
  {"ensp", 0x2002}, {"euml", 0xEB}, {"euro", 0x20AC}, {"frac12", 0xBD},
  {"frac14", 0xBC}, {"frac34", 0xBE}, {"frasl", 0x2044}, {"ge", 0x2265},
  {"gt", '>'}, {"harr", 0x2194}, {"hearts", 0x2665}, {"hellip", 0x2026},
  {"iacute", 0xED}, {"icirc", 0xEE}, {"iexcl", 0xA1}, {"igrave", 0xEC},
  {"infin", 0x221E}, {"iquest", 0xBF}, {"iuml", 0xEF}, {"laquo", 0xAB},
  {"larr", 0x2190}, {"ldquo", 0x201C}, {"le", 0x2264}, {"lrm", 0x200E},
  {"lsaquo", 0x2039}, {"lsquo", 0x2018}, {"lt", '<'}, {"macr", 0xAF},
  {"mdash", 0x2014}, {"micro", 0xB5}, {"middot", 0xB7}, {"minus", 0x2212},
  {"nbsp", 0xA0}, {"ndash", 0x2013}, {"ne", 0x2260}, {"ntilde", 0xF1},
  {"oacute", 0xF3}, {"ocirc", 0xF4}, {"ograve", 0xF2}, {"ordf", 0xAA},
  {"ordm", 0xBA}, {"oslash", 0xF8}, {"ouml", 0xF6}, {"para", 0xB6},
  {"permil", 0x2030}, {"plusmn", 0xB1}, {"pound", 0xA3}, {"prime", 0x2032},
  {"quot", '"'}, {"raquo", 0xBB}, {"rarr", 0x2192}, {"rdquo", 0x201D},
  {"reg", 0xAE}, {"rlm", 0x200F}, {"rsaquo", 0x203A}, {"rsquo", 0x2019},
  {"sbquo", 0x201A}, {"sect", 0xA7}, {"shy", 0xAD}, {"sup1", 0xB9},
  {"sup2", 0xB2}, {"sup3", 0xB3}, {"szlig", 0xDF}, {"thinsp", 0x2009},
  {"tilde", 0x2DC}, {"times", 0xD7}, {"trade", 0x2122}, {"uacute", 0xFA},
  {"uarr", 0x2191}, {"ucirc", 0xFB}, {"ugrave", 0xF9}, {"uml", 0xA8},
  {"uuml", 0xFC}, {"yen", 0xA5}, {"zwj", 0x200D}, {"zwnj", 0x200C},
};

#endif

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/jsonhighlighter.h"

#include "views/common/theme.h"

#include <QTextBlock>

namespace Trailglass {

namespace {

enum State
{
    Outside = 0,
    InString = 1, ///< a long string goes on in the next line
    AfterBackslash = 2, ///< and its first character is escaped
};

bool isWordCharacter(QChar unit)
{
    return unit.isLetterOrNumber() || unit == u'-' || unit == u'+' || unit == u'.';
}

bool isName(const QString &text, qsizetype after)
{
    while (after < text.size() && text[after].isSpace())
        ++after;
    return after < text.size() && text[after] == u':';
}

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument *document, const QPalette &palette)
    : QSyntaxHighlighter(document)
    , m_palette(palette)
{
}

void JsonHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (currentBlock().position() > MaxHighlighted)
        return;
    const int before = previousBlockState();
    setCurrentBlockState(Outside);
    qsizetype position =
        before > Outside ? highlightString(text, before == AfterBackslash ? 1 : 0, false) : 0;
    while (position < text.size()) {
        if (text[position] == u'"') {
            position = highlightString(text, position, true);
        } else if (isWordCharacter(text[position])) {
            const qsizetype start = position;
            while (position < text.size() && isWordCharacter(text[position]))
                ++position;
            const bool isNumber = text[start] == u'-' || text[start].isDigit();
            setFormat(static_cast<int>(start), static_cast<int>(position - start),
                      isNumber ? Colours::jsonNumber(m_palette) : Colours::jsonWord(m_palette));
        } else {
            ++position;
        }
    }
}

qsizetype JsonHighlighter::highlightString(const QString &text, qsizetype start, bool begins)
{
    qsizetype position = start + (begins ? 1 : 0);
    while (position < text.size() && text[position] != u'"')
        position += text[position] == u'\\' ? 2 : 1;
    const bool closed = position < text.size();
    if (!closed)
        setCurrentBlockState(position > text.size() ? AfterBackslash : InString);
    const qsizetype end = closed ? position + 1 : text.size();
    const bool name = begins && closed && isName(text, end);
    setFormat(static_cast<int>(begins ? start : 0), static_cast<int>(end - (begins ? start : 0)),
              name ? Colours::jsonName(m_palette) : Colours::jsonString(m_palette));
    return end;
}

} // namespace Trailglass

#include "moc_jsonhighlighter.cpp"

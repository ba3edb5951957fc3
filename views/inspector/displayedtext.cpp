// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/displayedtext.h"

#include "models/core/hiddencharacters.h"
#include "models/core/text.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// UTF-16 units before and after a character that may decide whether it hides.
constexpr qsizetype Neighbourhood = 32;

/// What is displayed without tokens, as it was read: a line separator of the text itself would be a token.
QString received(QStringView displayed)
{
    return displayed.toString().replace(DisplayedText::LineBreak, u'\n');
}

/// Where the end of a text begins to depend on what follows it.
qsizetype undecidedFrom(QStringView text)
{
    qsizetype place = std::max<qsizetype>(text.size() - Neighbourhood, 0);
    if (place > 0 && text[place].isLowSurrogate())
        --place;
    const auto *found = std::find_if(text.begin() + place, text.end(), dependsOnNeighbours);
    return found - text.begin();
}

} // namespace

QString DisplayedText::append(QStringView piece)
{
    m_read += piece;
    return display(m_waiting, std::max(m_waiting, undecidedFrom(m_read)));
}

QString DisplayedText::finish()
{
    return display(m_waiting, m_read.size());
}

QString DisplayedText::display(qsizetype first, qsizetype end)
{
    QString out;
    out.reserve(end - first + (end - first) / LongestLine + Neighbourhood);
    for (qsizetype start = first; start < end;) {
        const auto *stop = std::find_if(m_read.cbegin() + start, m_read.cbegin() + end,
                                        [](QChar unit) { return unit == u'\n' || unit == u'\t'; });
        const qsizetype place = stop - m_read.cbegin();
        addPart(start, place, out);
        if (place < end && m_read[place] == u'\n') {
            addLineFeed(out);
        } else if (place < end) {
            out += u'\t';
            ++m_length;
            ++m_lineLength;
        }
        start = place + 1;
    }
    qsizetype forget = std::max<qsizetype>(end - Neighbourhood, 0);
    if (forget > 0 && m_read[forget].isLowSurrogate())
        --forget;
    m_read.remove(0, forget);
    m_waiting = end - forget;
    return out;
}

void DisplayedText::addPart(qsizetype first, qsizetype end, QString &out)
{
    const QStringView text = QStringView(m_read).sliced(first, end - first);
    const QString visible = visiblePart(m_read, first, end - first);
    // A token is longer than what it stands for.
    if (visible.size() == text.size())
        addPlain(visible, out);
    else
        addTokens(text, visible, out);
}

void DisplayedText::addBreak(QString &out)
{
    m_substitutions.push_back({m_length, 1, 0, true});
    out += u'\n';
    ++m_length;
    m_lineLength = 0;
    m_blockLength = 0;
}

void DisplayedText::addLineFeed(QString &out)
{
    ++m_lines;
    m_blockLength += m_lineLength;
    const bool endsBlock = m_lines <= SingleLines || m_blockLength >= FullBlock;
    out += endsBlock ? QChar(u'\n') : LineBreak;
    ++m_length;
    m_lineLength = 0;
    m_blockLength = endsBlock ? 0 : m_blockLength + 1;
}

void DisplayedText::addPlain(QStringView text, QString &out)
{
    while (!text.isEmpty()) {
        const qsizetype room = std::max<qsizetype>(LongestLine - m_lineLength, 0);
        const bool splitsPair = room > 0 && room < text.size() && text[room - 1].isHighSurrogate();
        const qsizetype fits = std::min(splitsPair ? room - 1 : room, text.size());
        out += text.first(fits);
        m_length += fits;
        m_lineLength += fits;
        text = text.sliced(fits);
        if (!text.isEmpty())
            addBreak(out);
    }
}

void DisplayedText::addTokens(QStringView text, const QString &visible, QString &out)
{
    // Every token begins with a "<", which no character with a token is: the two can be walked side by side.
    qsizetype plain = 0; // in what is visible, from here on not added yet
    qsizetype place = 0;
    for (qsizetype unit = 0; unit < text.size(); ++unit) {
        if (visible[place] == text[unit] || visible[place] != u'<') {
            ++place;
            continue;
        }
        addPlain(QStringView(visible).sliced(plain, place - plain), out);
        const qsizetype length = visible.indexOf(u'>', place) + 1 - place;
        if (m_lineLength + length > LongestLine)
            addBreak(out);
        const bool isPair = text[unit].isHighSurrogate() && unit + 1 < text.size();
        const char32_t source =
            isPair ? QChar::surrogateToUcs4(text[unit], text[unit + 1]) : text[unit].unicode();
        m_substitutions.push_back({m_length, length, source, false});
        out += QStringView(visible).sliced(place, length);
        m_length += length;
        m_lineLength += length;
        unit += isPair ? 1 : 0;
        place += length;
        plain = place;
    }
    addPlain(QStringView(visible).sliced(plain), out);
}

QString DisplayedText::source(const QString &displayed, qsizetype place) const
{
    QString text;
    text.reserve(displayed.size());
    const qsizetype end = place + displayed.size();
    qsizetype done = place;
    auto next = std::ranges::partition_point(
        m_substitutions, [place](const Substitution &each) { return each.place + each.length <= place; });
    for (; next != m_substitutions.end() && next->place < end; ++next) {
        text +=
            received(QStringView(displayed).sliced(done - place, std::max<qsizetype>(next->place - done, 0)));
        if (!next->isBreak)
            text += QString::fromUcs4(&next->source, 1);
        done = std::min(next->place + next->length, end);
    }
    return text + received(QStringView(displayed).sliced(done - place));
}

} // namespace Trailglass

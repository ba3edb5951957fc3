// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"

#include "models/core/codepoints.h"
#include "models/core/hiddencharacters.h"
#include "models/core/translation.h"

#include <QStringDecoder>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

QString tokenOf(char32_t point)
{
    switch (point) {
    case U'\n':
        return u"<LF>"_s;
    case U'\r':
        return u"<CR>"_s;
    case U'\t':
        return u"<TAB>"_s;
    default:
        return u"<U+%1>"_s.arg(static_cast<uint>(point), 4, 16, QChar(u'0')).toUpper();
    }
}

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours each cost one.
qsizetype alignmentDistance(const QString &left, const QString &right)
{
    const auto width = static_cast<std::size_t>(right.size()) + 1;
    std::vector<qsizetype> beforeLast(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> current(width);
    for (std::size_t column = 0; column < width; ++column)
        last[column] = static_cast<qsizetype>(column);
    for (qsizetype row = 1; row <= left.size(); ++row) {
        current[0] = row;
        for (std::size_t column = 1; column < width; ++column) {
            const auto position = static_cast<qsizetype>(column);
            const bool same = left[row - 1] == right[position - 1];
            current[column] =
                std::min({last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1)});
            const bool swapped = row > 1 && position > 1 && left[row - 1] == right[position - 2]
                && left[row - 2] == right[position - 1];
            if (swapped)
                current[column] = std::min(current[column], beforeLast[column - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return last.back();
}

} // namespace

QString toQString(std::string_view utf8)
{
    // A leading U+FEFF is a character of the value here; QString::fromUtf8() would drop it as a byte order
    // mark.
    if (!utf8.starts_with("\xEF\xBB\xBF"))
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

QString visibleText(std::string_view utf8)
{
    return visibleText(toQString(utf8));
}

QString visibleText(const QString &text)
{
    if (std::ranges::none_of(text, mayBeHidden))
        return text;
    return visiblePart(text, 0, text.size());
}

QString visiblePart(QStringView text, qsizetype first, qsizetype length)
{
    constexpr qsizetype RoomForTokens = 16;
    QString visible;
    visible.reserve(length + RoomForTokens);
    const qsizetype end = first + length;
    qsizetype plain = first; // not added yet, from here on
    for (qsizetype position = first; position < end; ++position) {
        if (!mayBeHidden(text[position]) || !isHidden(text, position))
            continue;
        const char32_t point = pointAt(text, position);
        visible += text.sliced(plain, position - plain);
        visible += tokenOf(point);
        plain = position + unitsOf(point);
        position = plain - 1;
    }
    return visible + text.sliced(plain, std::max<qsizetype>(end - plain, 0));
}

QString nearestName(const QString &typed, const QStringList &known)
{
    const QString wanted = typed.toCaseFolded();
    if (wanted.isEmpty())
        return {};
    qsizetype best = std::max<qsizetype>(1, wanted.size() / 3) + 1;
    QString nearest;
    for (const QString &candidate : known) {
        const QString folded = candidate.toCaseFolded();
        if (std::abs(folded.size() - wanted.size()) >= best)
            continue;
        const qsizetype distance = alignmentDistance(wanted, folded);
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

QString nameSuggestion(const QString &typed, const QStringList &known)
{
    const QString nearest = nearestName(typed, known);
    return nearest.isEmpty() ? tr("Use one of: %1.").arg(visibleText(known.join(", "_L1)))
                             : tr("Did you mean “%1”?").arg(visibleText(nearest));
}

} // namespace Trailglass

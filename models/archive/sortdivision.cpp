// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/sortdivision.h"

#include "models/archive/archivesession.h"
#include "models/archive/rowbinary.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace Trailglass {

namespace {

constexpr std::size_t BytesAtOnce = 2; ///< of texts: at most 65,536 parts
constexpr std::size_t MaxPrefix =
    1'000; ///< bytes; texts that begin with as many equal ones are sorted as a whole
constexpr quint64 NumberParts = 100;
constexpr quint64 MaxSpan = quint64(1) << 62; ///< of numbers whose differences the server computes

ArchiveSql byteCount(std::size_t count)
{
    return ArchiveSql::number(quint64{count});
}

/// The common beginning of two texts, not in the middle of anything: texts are compared as bytes.
std::string commonPrefix(std::string_view one, std::string_view other)
{
    const auto ends = std::ranges::mismatch(one, other);
    return {one.begin(), ends.in1};
}

/// Rows with neighbouring values of a term, as the server counts them.
struct SortPart
{
    std::size_t count = 0;
    std::string text; ///< of texts: what they begin with
    SortedBin::Range range; ///< of numbers
    bool isEmpty = false; ///< rows without a text
    bool isOneValue = false;
    std::string common; ///< of several texts: what all of them begin with
};

/// Divides one bin.
class SortDivision
{
public:
    SortDivision(ArchiveSession &session, const ArchiveSql &from, const OrderTerm &term, const SortedBin &bin,
                 const CancelToken &cancel)
        : m_session(session)
        , m_rows(from + " AND " + bin.condition)
        , m_term(term)
        , m_bin(bin)
        , m_cancel(cancel)
    {
    }

    Result<std::vector<SortPart>> divide();
    [[nodiscard]] SortedBin binOf(const SortPart &part) const;
    /// \pre neither is of rows without a text
    [[nodiscard]] SortedBin binOf(const SortPart &first, const SortPart &last, std::size_t count) const;

private:
    [[nodiscard]] bool isText() const { return m_term.kind == OrderTerm::Kind::Text; }
    [[nodiscard]] std::size_t length() const { return m_bin.prefix.size() + BytesAtOnce; }
    [[nodiscard]] ArchiveSql beginning() const
    {
        return "substring(" + m_term.value + ", 1, " + byteCount(length()) + ")";
    }
    Result<std::vector<SortPart>> textParts();
    Result<std::vector<SortPart>> numberParts();
    Result<std::optional<SortedBin::Range>> numberRange();
    [[nodiscard]] ArchiveSql withCondition(const ArchiveSql &condition) const
    {
        return allOf({m_bin.condition, condition});
    }
    [[nodiscard]] ArchiveSql isBetween(const SortPart &first, const SortPart &last) const;

    ArchiveSession &m_session;
    const ArchiveSql m_rows; ///< from FROM on
    const OrderTerm &m_term;
    const SortedBin &m_bin;
    const CancelToken &m_cancel;
};

Result<std::vector<SortPart>> SortDivision::divide()
{
    TRY(auto parts, isText() ? textParts() : numberParts());
    // The server's groups come in any order.
    std::ranges::sort(parts, [this](const SortPart &left, const SortPart &right) {
        if (left.isEmpty != right.isEmpty)
            return right.isEmpty;
        const bool isLess = isText() ? left.text < right.text : left.range.least < right.range.least;
        const bool isGreater = isText() ? left.text > right.text : left.range.least > right.range.least;
        return m_term.isDescending ? isGreater : isLess;
    });
    return parts;
}

Result<std::vector<SortPart>> SortDivision::textParts()
{
    const ArchiveSql &value = m_term.value;
    const ArchiveSql cut = ", 1, " + byteCount(MaxPrefix) + ")";
    TRY(const QByteArray rows,
        m_session.ask("SELECT " + beginning() + " AS beginning, toInt64(sum(sign)), toUInt8(min(" + value
                          + ") = max(" + value + ")), substring(min(" + value + ")" + cut + ", substring(max("
                          + value + ")" + cut + m_rows + " GROUP BY beginning",
                      m_cancel));
    RowBinaryReader reader(rows);
    std::vector<SortPart> parts;
    while (!reader.atEnd()) {
        SortPart part;
        part.text = reader.readText();
        const qint64 count = reader.readInt64();
        part.isOneValue = reader.readUInt8() != 0;
        const std::string_view least = reader.readText();
        const std::string_view greatest = reader.readText();
        TRY(reader.check());
        part.common = commonPrefix(least, greatest);
        part.isEmpty = part.text.empty();
        part.count = static_cast<std::size_t>(std::max<qint64>(0, count));
        if (part.count > 0) // else all of them were taken back
            parts.push_back(std::move(part));
    }
    return parts;
}

Result<std::vector<SortPart>> SortDivision::numberParts()
{
    TRY(const auto range, numberRange());
    std::vector<SortPart> parts;
    if (!range)
        return parts;
    const quint64 span = static_cast<quint64>(range->greatest) - static_cast<quint64>(range->least);
    if (span > MaxSpan)
        return parts;
    const ArchiveSql step = ArchiveSql::number(span / NumberParts + 1);
    TRY(const QByteArray rows,
        m_session.ask("SELECT toInt64(intDiv(" + m_term.value + " - " + ArchiveSql::number(range->least)
                          + ", " + step + ")) AS part, toInt64(sum(sign)), min(" + m_term.value + "), max("
                          + m_term.value + ")" + m_rows + " GROUP BY part",
                      m_cancel));
    RowBinaryReader reader(rows);
    while (!reader.atEnd()) {
        SortPart part;
        [[maybe_unused]] const qint64 number = reader.readInt64();
        const qint64 count = reader.readInt64();
        part.range.least = reader.readInt64();
        part.range.greatest = reader.readInt64();
        TRY(reader.check());
        part.isOneValue = part.range.least == part.range.greatest;
        part.count = static_cast<std::size_t>(std::max<qint64>(0, count));
        if (part.count > 0)
            parts.push_back(std::move(part));
    }
    return parts;
}

/// \returns nothing where there are no rows
Result<std::optional<SortedBin::Range>> SortDivision::numberRange()
{
    if (m_bin.range)
        return m_bin.range;
    TRY(const QByteArray rows,
        m_session.ask("SELECT toInt64(count()), min(" + m_term.value + "), max(" + m_term.value + ")"
                          + m_rows,
                      m_cancel));
    RowBinaryReader reader(rows);
    const qint64 count = reader.readInt64();
    SortedBin::Range range;
    range.least = reader.readInt64();
    range.greatest = reader.readInt64();
    TRY(reader.check());
    return count > 0 ? std::optional(range) : std::optional<SortedBin::Range>();
}

/// \pre both in either order
ArchiveSql SortDivision::isBetween(const SortPart &first, const SortPart &last) const
{
    if (isText()) {
        const auto [least, greatest] = std::minmax(first.text, last.text);
        if (least == greatest)
            return withCondition(beginning() + " = " + ArchiveSql::literal(least));
        return withCondition(allOf({beginning() + " >= " + ArchiveSql::literal(least),
                                    beginning() + " <= " + ArchiveSql::literal(greatest)}));
    }
    const qint64 least = std::min(first.range.least, last.range.least);
    const qint64 greatest = std::max(first.range.greatest, last.range.greatest);
    if (least == greatest)
        return withCondition(m_term.value + " = " + ArchiveSql::number(least));
    return withCondition(allOf({m_term.value + " >= " + ArchiveSql::number(least),
                                m_term.value + " <= " + ArchiveSql::number(greatest)}));
}

SortedBin SortDivision::binOf(const SortPart &part) const
{
    SortedBin bin{.condition = isBetween(part, part), .count = part.count, .term = m_bin.term};
    if (part.isOneValue) {
        ++bin.term;
    } else if (isText()) {
        bin.prefix = part.common;
        bin.isWhole = bin.prefix.size() >= MaxPrefix;
    } else {
        bin.range = part.range;
    }
    return bin;
}

SortedBin SortDivision::binOf(const SortPart &first, const SortPart &last, std::size_t count) const
{
    return {.condition = isBetween(first, last), .count = count, .term = m_bin.term, .isWhole = true};
}

} // namespace

Result<std::vector<SortedBin>> divideSorted(ArchiveSession &session, const ArchiveSql &from,
                                            const OrderSql &order, const SortedBin &bin, std::size_t maxRows,
                                            const CancelToken &cancel)
{
    std::vector<SortedBin> bins;
    if (bin.isWhole || bin.term >= order.terms.size())
        return bins;
    SortDivision division(session, from, order.terms[bin.term], bin, cancel);
    TRY(const std::vector<SortPart> parts, division.divide());
    std::size_t sum = 0;
    for (std::size_t first = 0; first < parts.size();) {
        std::size_t last = first;
        std::size_t count = parts[first].count;
        while (!parts[first].isEmpty && last + 1 < parts.size() && !parts[last + 1].isEmpty
               && count + parts[last + 1].count <= maxRows)
            count += parts[++last].count;
        bins.push_back(last == first ? division.binOf(parts[first])
                                     : division.binOf(parts[first], parts[last], count));
        sum += count;
        first = last + 1;
    }
    if (sum != bin.count)
        bins.clear(); // an administrator has deleted rows since
    return bins;
}

} // namespace Trailglass

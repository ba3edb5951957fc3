// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/changerows.h"

#include "models/changes/showntextruns.h"
#include "models/core/text.h"
#include "models/json/jsontokenreader.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

using RowKind = ChangeRow::Kind;

/// Same lines that are shown on either side of a changed one.
constexpr std::size_t LinesAround = 2;
constexpr qsizetype LongestName = 120;
/// Bytes of the steps to a group whose values get rows: each row keeps them.
constexpr std::size_t LongestInside = 16 * 1024;

QString shownName(std::string_view name)
{
    QString start = toQString(name.substr(0, 4 * LongestName)).left(LongestName);
    if (start.size() == LongestName)
        start += u'…';
    return visibleText(start);
}

QString shownMember(const ValueChange &member)
{
    // A row without a name would belong to the one above.
    return member.name.empty() ? QStringLiteral("\"\"") : shownName(member.name);
}

/// Whether a string would be taken for a number, `true`, `false` or `null`.
bool readsAsScalar(std::string_view text)
{
    constexpr std::size_t Longest = 100;
    if (text.size() > Longest)
        return false;
    const auto value = firstValue(text);
    return value && !value->isContainer() && value->kind != JsonKind::String && value->token == text;
}

/// A value in one text: strings in quotes only where they would be taken for something else.
/// \param scratch  for a text that does not stand in the JSON like that
std::string_view textOf(const JsonValueView &value, const JsonValueView &other, std::string &scratch)
{
    const bool isOfOneKind = other.kind == JsonKind::String || other.kind == JsonKind::Missing;
    if (value.kind != JsonKind::String || !isOfOneKind)
        return value.token;
    scratch = value.text();
    return scratch.empty() || readsAsScalar(scratch) ? value.token : std::string_view(scratch);
}

qsizetype charactersOf(const ChangeRow &row)
{
    qsizetype characters = row.name.size();
    for (const auto *side : {&row.before, &row.after}) {
        for (const ShownTextRun &run : *side)
            characters += run.text.size();
    }
    return characters;
}

RowKind rowKind(ValueChange::Kind kind)
{
    switch (kind) {
    case ValueChange::Kind::Same:
        return RowKind::Same;
    case ValueChange::Kind::Changed:
        return RowKind::Changed;
    case ValueChange::Kind::Removed:
        return RowKind::Removed;
    case ValueChange::Kind::Added:
        return RowKind::Added;
    }
    Q_UNREACHABLE();
}

/// Lays out one change after the other.
class Layout
{
public:
    Layout(const ChangeLayout &layout, ChangeRows &out)
        : m_layout(layout)
        , m_out(out)
    {
    }

    void add(const EventChange &change, std::size_t number)
    {
        m_change = number;
        m_isGiven = change.kind == EventChange::Kind::Given;
        ChangeRow heading;
        heading.name = shownName(change.subject);
        push(std::move(heading));
        if (m_isGiven)
            addLeaf(change.change, {}, 0);
        else
            addValue(change.change, {}, 0);
    }

private:
    /// \returns false when there is no room for it
    bool push(ChangeRow row)
    {
        if (m_out.rows.size() >= m_layout.maxRows || m_characters > m_layout.maxCharacters) {
            m_out.isCut = true;
            return false;
        }
        m_characters += charactersOf(row);
        row.change = m_change;
        row.inside = m_inside;
        m_out.rows.push_back(std::move(row));
        return true;
    }

    /// Splits a changed row where the sides stand above one another.
    void pushSides(ChangeRow row)
    {
        if (!m_layout.isInline || row.kind != RowKind::Changed) {
            push(std::move(row));
            return;
        }
        ChangeRow added = row;
        row.kind = RowKind::Removed;
        row.after.clear();
        added.kind = RowKind::Added;
        added.before.clear();
        added.name.clear();
        push(std::move(row));
        push(std::move(added));
    }

    void addValue(const ValueChange &value, const QString &name, int level)
    {
        const bool isGroup = !value.children.empty() && value.kind == ValueChange::Kind::Changed;
        if (isGroup && m_insideBytes < LongestInside)
            addGroup(value, name, level);
        else if (!value.lines.empty())
            addLines(value, name, level);
        else
            addLeaf(value, name, level);
    }

    void addGroup(const ValueChange &value, const QString &name, int level)
    {
        if (!name.isEmpty()) {
            ChangeRow row;
            row.kind = RowKind::Group;
            row.level = level++;
            row.name = name;
            row.value = &value;
            push(std::move(row));
        }
        qint64 same = 0;
        for (const ValueChange &child : value.children) {
            if (m_out.isCut)
                return;
            if (child.kind == ValueChange::Kind::Same && !m_layout.withSame) {
                ++same;
                continue;
            }
            addChild(child, level);
        }
        addSkipped(same, level, &value);
    }

    void addChild(const ValueChange &child, int level)
    {
        const quint32 before = child.beforePlace.value_or(child.afterPlace.value_or(0));
        const quint32 after = child.afterPlace.value_or(before);
        const std::size_t bytes = sizeof(InnerStep) + child.name.size();
        m_inside.push_back({child.name, !child.isMember, before, after});
        m_insideBytes += bytes;
        addValue(child, child.isMember ? shownMember(child) : QStringLiteral("[%1]").arg(after), level);
        m_insideBytes -= bytes;
        m_inside.pop_back();
    }

    void addSkipped(qint64 count, int level, const ValueChange *value)
    {
        if (count == 0)
            return;
        ChangeRow row;
        row.kind = RowKind::Skipped;
        row.level = level;
        row.skipped = count;
        row.value = value;
        push(std::move(row));
    }

    void addLeaf(const ValueChange &value, const QString &name, int level)
    {
        ChangeRow row;
        row.kind = m_isGiven ? RowKind::Given : rowKind(value.kind);
        row.level = level;
        row.name = name;
        row.value = &value;
        const bool isChanged = row.kind != RowKind::Same && row.kind != RowKind::Given;
        std::string scratch;
        auto [before, isBeforeCut] = shownText(textOf(value.before, value.after, scratch), isChanged);
        auto [after, isAfterCut] = shownText(textOf(value.after, value.before, scratch), isChanged);
        row.before = std::move(before);
        row.after = std::move(after);
        row.isCut = isBeforeCut || isAfterCut;
        pushSides(std::move(row));
    }

    void addLines(const ValueChange &value, QString name, int level)
    {
        const std::vector<LineChange> &lines = value.lines;
        std::vector<bool> isShown(lines.size(), m_layout.withSame);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].kind == LineChange::Kind::Same)
                continue;
            const std::size_t first = i < LinesAround ? 0 : i - LinesAround;
            const std::size_t last = std::min(i + LinesAround, lines.size() - 1);
            std::fill(isShown.begin() + static_cast<std::ptrdiff_t>(first),
                      isShown.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
        }
        qint64 skipped = 0;
        for (std::size_t i = 0; i < lines.size() && !m_out.isCut; ++i) {
            if (!isShown[i]) {
                skipped += lineCount(lines[i]);
                continue;
            }
            addSkipped(std::exchange(skipped, 0), level, &value);
            addLine(value, lines[i], std::exchange(name, QString()), level);
        }
        addSkipped(skipped, level, &value);
    }

    static qint64 lineCount(const LineChange &line)
    {
        qint64 count = 1;
        for (const TextRun &run : line.before)
            count += std::ranges::count(run.text, '\n');
        return count;
    }

    void addLine(const ValueChange &value, const LineChange &line, const QString &name, int level)
    {
        ChangeRow row;
        row.level = level;
        row.name = name;
        row.value = &value;
        switch (line.kind) {
        case LineChange::Kind::Same:
            row.kind = RowKind::Same;
            break;
        case LineChange::Kind::Changed:
            row.kind = RowKind::Changed;
            break;
        case LineChange::Kind::Removed:
            row.kind = RowKind::Removed;
            break;
        case LineChange::Kind::Added:
            row.kind = RowKind::Added;
            break;
        }
        auto [before, isBeforeCut] = shownLine(line.before);
        auto [after, isAfterCut] = shownLine(line.after);
        row.before = std::move(before);
        row.after = std::move(after);
        row.isCut = isBeforeCut || isAfterCut;
        pushSides(std::move(row));
    }

    const ChangeLayout &m_layout;
    ChangeRows &m_out;
    std::size_t m_change = 0;
    bool m_isGiven = false;
    std::vector<InnerStep> m_inside;
    std::size_t m_insideBytes = 0;
    qsizetype m_characters = 0; ///< of all rows so far
};

} // namespace

ChangeRows changeRows(const EventChanges &changes, const ChangeLayout &layout)
{
    ChangeRows rows;
    Layout writer(layout, rows);
    for (std::size_t number = 0; number < changes.changes.size() && !rows.isCut; ++number)
        writer.add(changes.changes[number], number);
    return rows;
}

} // namespace Trailglass

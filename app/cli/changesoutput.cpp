// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/changesoutput.h"

#include "models/changes/changedvalues.h"
#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/printer.h"
#include "models/json/jsontext.h"
#include "models/table/changepaths.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr int IndentOfChangeLevel = 2; // characters
constexpr qsizetype LongestShownPath = 300; // likewise; there may be names of kilobytes

QString cutPlace(const QString &text)
{
    return text.size() > LongestShownPath ? QString(text.left(LongestShownPath - 1) + u'…') : text;
}

QString shownSidePath(const EventChange &change, ChangeSide side)
{
    const auto path = changePath(change, side);
    if (!path)
        return {};
    return cutPlace(visibleText(Filter::pathText(*path)));
}

/// `work/1208`
QString shownEvent(const EventRecord &record)
{
    return cutPlace(visibleText(record.source + '/' + record.event.id));
}

/// `role: @details.old_value → @details.new_value`
QString headingOf(const EventChange &change, const QString &subject)
{
    const QString before = shownSidePath(change, ChangeSide::Before);
    const QString after = shownSidePath(change, ChangeSide::After);
    const QString sides = before.isEmpty() || after.isEmpty()
        ? QString(before + after)
        : tr("%1 → %2", "places in the JSON of the value before and of the one after").arg(before, after);
    return subject.isEmpty() ? sides : tr("%1: %2", "what changed, places in the JSON").arg(subject, sides);
}

/// Whether a row is one of several for the lines of a text.
bool isLineOfText(const ChangeRow &row)
{
    return row.value && row.value->lines.size() > 1;
}

/// The side that a row is about, where both do not stand in one.
QString shownSideOf(const ChangeRow &row)
{
    QString text;
    for (const ShownTextRun &run : row.kind == ChangeRow::Kind::Added ? row.after : row.before)
        text += run.text;
    return text;
}

/// The rows of changes as lines.
class ChangeLines
{
public:
    /// \param heading  of all rows; empty: each change has its own
    ChangeLines(const EventChanges &changes, const ChangeRows &rows, QString heading = {})
        : m_changes(changes)
        , m_rows(rows.rows)
        , m_heading(std::move(heading))
    {
    }

    [[nodiscard]] QString take()
    {
        for (std::size_t place = 0; place < m_rows.size(); ++place) {
            const ChangeRow &row = m_rows[place];
            if (row.kind == ChangeRow::Kind::Heading)
                addHeading(row);
            else if (isLineOfText(row))
                addLineOfText(row, place);
            else
                addRow(row);
        }
        return std::move(m_text);
    }

private:
    void addHeading(const ChangeRow &row)
    {
        if (!m_text.isEmpty())
            m_text += u'\n';
        m_text +=
            (m_heading.isEmpty() ? headingOf(m_changes.changes[row.change], row.name) : m_heading) + u'\n';
        m_name.clear();
        m_textAround = nullptr;
    }

    /// The name of a text stands above its lines.
    void addLineOfText(const ChangeRow &row, std::size_t place)
    {
        if (row.value != m_textAround) {
            m_textAround = row.value;
            m_name = nameOfText(place);
            if (!m_name.isEmpty())
                add(row.level, {}, m_name + u':');
        }
        const int level = m_name.isEmpty() ? row.level : row.level + 1;
        if (row.kind == ChangeRow::Kind::Skipped)
            addSkipped(row, level);
        else
            add(level, signOf(row.kind, u' '), shownSideOf(row));
    }

    /// It is in the first row that has a line, which is not the first one where lines are left out.
    [[nodiscard]] QString nameOfText(std::size_t place) const
    {
        const ValueChange *const text = m_rows[place].value;
        while (place < m_rows.size() && m_rows[place].value == text && m_rows[place].name.isEmpty())
            ++place;
        return place < m_rows.size() && m_rows[place].value == text ? m_rows[place].name : QString();
    }

    void addRow(const ChangeRow &row)
    {
        m_textAround = nullptr;
        if (row.kind == ChangeRow::Kind::Skipped)
            return addSkipped(row, row.level);
        if (!row.name.isEmpty())
            m_name = row.name; // else the row goes on with the one above
        if (row.kind == ChangeRow::Kind::Group)
            return add(row.level, {}, m_name + u':');
        if (row.kind == ChangeRow::Kind::Given)
            return addGiven(row);
        const QString value = shownSideOf(row);
        add(row.level, signOf(row.kind, u'='), m_name.isEmpty() ? value : QString(m_name + ": "_L1 + value));
    }

    /// Whole: it is what the vendor shows of the change.
    void addGiven(const ChangeRow &row)
    {
        const QStringList lines = toQString(row.value->after.text()).split(u'\n');
        for (const QString &line : lines)
            add(row.level, {}, visibleText(line));
    }

    void addSkipped(const ChangeRow &row, int level)
    {
        add(level, {},
            Trailglass::tr("%Ln unchanged", "members, elements or lines that are not shown",
                           countArgument(row.skipped)));
    }

    static QString signOf(ChangeRow::Kind kind, QChar same)
    {
        switch (kind) {
        case ChangeRow::Kind::Removed:
            return u"- "_s;
        case ChangeRow::Kind::Added:
            return u"+ "_s;
        case ChangeRow::Kind::Same:
            return QString(same) + u' ';
        default:
            return {};
        }
    }

    void add(int level, const QString &sign, const QString &text)
    {
        m_text += QString((level + 1) * IndentOfChangeLevel, u' ') + sign + text + u'\n';
    }

    const EventChanges &m_changes;
    const std::vector<ChangeRow> &m_rows;
    const QString m_heading;
    QString m_text;
    QString m_name; ///< of the last row that has one
    const ValueChange *m_textAround = nullptr; ///< the text whose lines are being added
};

std::string_view changedValueKind(ChangedValue::Kind kind)
{
    switch (kind) {
    case ChangedValue::Kind::Same:
        return "unchanged";
    case ChangedValue::Kind::Changed:
        return "changed";
    case ChangedValue::Kind::Removed:
        return "removed";
    case ChangedValue::Kind::Added:
        return "added";
    case ChangedValue::Kind::Given:
        return "given";
    }
    Q_UNREACHABLE();
}

void appendKey(std::string_view key, std::string &out)
{
    out += ",\"";
    out += key;
    out += "\":";
}

std::optional<Filter::JsonPath> printedPath(const ChangedValue &changed, ChangeSide side)
{
    const EventChange &change = *changed.change;
    const bool isOfTwoEvents = change.beforeName.empty() && change.afterName.empty();
    return isOfTwoEvents ? comparedPath(side, changed.inside) : changePath(change, side, changed.inside);
}

void appendSidePath(std::string_view key, const ChangedValue &changed, ChangeSide side, std::string &out)
{
    const bool isThere = side == ChangeSide::Before ? changed.hasBefore() : changed.hasAfter();
    const auto path = isThere ? printedPath(changed, side) : std::nullopt;
    appendKey(key, out);
    if (path)
        appendJsonString(toUtf8(Filter::pathText(*path)), out);
    else
        out += "null";
}

void appendSideValue(std::string_view key, bool isThere, const JsonValueView &value, std::string &out)
{
    appendKey(key, out);
    if (isThere)
        appendJsonOnOneLine(value.token, out);
    else
        out += "null";
}

void appendChangedValue(const ChangedValue &changed, std::string &out)
{
    out += "{\"subject\":";
    appendJsonString(changed.change->subject, out);
    appendKey("kind", out);
    appendJsonString(changedValueKind(changed.kind), out);
    appendSidePath("before_path", changed, ChangeSide::Before, out);
    appendSidePath("after_path", changed, ChangeSide::After, out);
    appendSideValue("before", changed.hasBefore(), changed.value->before, out);
    appendSideValue("after", changed.hasAfter(), changed.value->after, out);
    out += '}';
}

void appendEventName(const EventRecord &record, std::string &out)
{
    out += "{\"source\":";
    appendJsonString(record.source, out);
    appendKey("id", out);
    appendJsonString(record.event.id, out);
}

/// The members that both forms end with.
/// \param withEqual  also changes whose sides are equal
void appendChangeList(const EventChanges &changes, bool withEqual, std::string &out)
{
    appendKey("changes", out);
    out += '[';
    visitChangedValues(changes, [&out, withEqual](const ChangedValue &changed) {
        if (!withEqual && changed.kind == ChangedValue::Kind::Same)
            return;
        if (out.back() != '[')
            out += ',';
        appendChangedValue(changed, out);
    });
    out += ']';
    appendKey("complete", out);
    out += changes.isCut ? "false" : "true";
    out += "}\n";
}

} // namespace

QString changesText(const EventChanges &changes, const ChangeRows &rows)
{
    return ChangeLines(changes, rows).take();
}

// Written by hand: values are the vendor's bytes.
std::string changesJson(const EventRecord &record, const EventChanges &changes)
{
    std::string out;
    appendEventName(record, out);
    appendChangeList(changes, true, out);
    return out;
}

QString comparisonText(const EventPair &events, const EventChanges &changes, const ChangeRows &rows)
{
    const QString heading = tr("%1 → %2", "the earlier and the later of two compared events")
                                .arg(shownEvent(events.before), shownEvent(events.after));
    return ChangeLines(changes, rows, heading).take();
}

std::string comparisonJson(const EventPair &events, const EventChanges &changes)
{
    std::string out = "{\"before\":";
    appendEventName(events.before, out);
    out += '}';
    appendKey("after", out);
    appendEventName(events.after, out);
    out += '}';
    appendChangeList(changes, false, out);
    return out;
}

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/quarantineoutput.h"

#include "models/changes/changerows.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/json/jsontext.h"
#include "models/sync/syncreport.h"
#include "models/table/bytedump.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr int IndentOfLevel = 2; // characters

QString joinedText(const std::vector<ShownTextRun> &runs)
{
    QString text;
    for (const ShownTextRun &run : runs)
        text += run.text;
    return text;
}

/// Empty for rows of what is the same.
/// \param rowName  the row's own, or that of the row above
QString changeLine(const ChangeRow &row, const QString &rowName)
{
    const QString indent((row.level + 1) * IndentOfLevel, u' ');
    const QString name = rowName.isEmpty() ? QString() : QString(rowName + ": "_L1);
    switch (row.kind) {
    case ChangeRow::Kind::Group:
        return indent + rowName + ":\n"_L1;
    case ChangeRow::Kind::Removed:
        return indent + "- "_L1 + name + joinedText(row.before) + u'\n';
    case ChangeRow::Kind::Added:
        return indent + "+ "_L1 + name + joinedText(row.after) + u'\n';
    default:
        return {};
    }
}

QString differences(const EventChanges &changes)
{
    const ChangeRows rows = changeRows(changes, {.isInline = true});
    QString text;
    QString name;
    for (const ChangeRow &row : rows.rows) {
        if (!row.name.isEmpty())
            name = row.name;
        text += changeLine(row, name);
    }
    if (text.isEmpty())
        return tr("Both versions have the same members with the same values; only their bytes differ.")
            + u'\n';
    if (rows.isCut)
        text += tr("There are more differences.") + u'\n';
    return tr("Differences from the stored version (-) to the other one (+):") + u'\n' + text;
}

QString byteBlock(const QString &heading, const std::string &bytes)
{
    return u'\n' + heading + u'\n' + toQString(shownBytes(bytes)) + u'\n';
}

/// What is known of a row, a line each.
QString rowFacts(const QuarantineRow &row)
{
    QString text;
    const auto line = [&text](const QString &label, const QString &value) {
        if (!value.isEmpty())
            text += label.leftJustified(12) + visibleText(value) + u'\n';
    };
    line(tr("id"), QString::number(row.id));
    line(tr("kind"), quarantineKindName(row.kind));
    line(tr("source"), row.source);
    line(tr("event"), row.eventId);
    line(tr("received"), toQString(formatTime(row.received)));
    line(tr("place"), row.place);
    if (row.kind == QuarantineRow::Kind::Unreadable)
        line(tr("offset"), QString::number(row.offset));
    line(tr("length"), QString::number(row.length));
    line(tr("reason"), quarantineReason(row));
    return text;
}

QString bothVersions(const QuarantineContent &content)
{
    QString text = content.stored ? byteBlock(tr("Stored version:"), *content.stored)
                                  : QString(u'\n' + tr("The stored version was removed.") + u'\n');
    text +=
        byteBlock(content.row.isWhole ? tr("Other version:") : tr("Other version, as much of it as is kept:"),
                  *content.bytes);
    if (content.changes)
        text += u'\n' + differences(*content.changes);
    return text;
}

} // namespace

QString quarantineText(const QuarantineContent &content)
{
    if (content.row.kind == QuarantineRow::Kind::Conflict)
        return rowFacts(content.row) + bothVersions(content);
    return rowFacts(content.row)
        + byteBlock(content.row.isWhole ? tr("Bytes as received:")
                                        : tr("Bytes as received, as many as are kept:"),
                    *content.bytes);
}

QByteArray retryJson(const QuarantineRetry &retry)
{
    std::string out = "{\"source\":";
    appendJsonString(toUtf8(retry.source), out);
    out += ",\"vendor\":";
    appendJsonString(toUtf8(retry.typeName), out);
    const std::pair<const char *, qint64> counts[] = {
        {"tried", retry.tried},       {"stored", retry.stored},         {"known", retry.known},
        {"conflict", retry.conflict}, {"unreadable", retry.unreadable}, {"cut", retry.cut}};
    for (const auto &[key, count] : counts)
        out += ",\"" + std::string(key) + "\":" + std::to_string(count);
    out += ",\"reasons\":[";
    for (qsizetype index = 0; index < retry.reasons.size(); ++index) {
        if (index > 0)
            out += ',';
        appendJsonString(toUtf8(retry.reasons[index]), out);
    }
    out += "],\"error\":" + (retry.error ? toJson(*retry.error).toStdString() : "null") + '}';
    return QByteArray::fromStdString(out);
}

} // namespace Trailglass

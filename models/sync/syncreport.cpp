// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/syncreport.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QByteArray printed(const QJsonValue &value)
{
    const QByteArray inBrackets = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inBrackets.mid(1, inBrackets.size() - 2);
}

} // namespace

QDebug operator<<(QDebug debug, const SyncReport &report)
{
    const CommitCounts &counts = report.counts;
    const QDebugStateSaver saver(debug);
    return debug.noquote() << (report.error ? errorKindName(report.error->kind) : u"no error"_s)
                           << "requests:" << report.requests << "retries:" << report.retries
                           << "pages:" << report.pages << "bytes:" << report.bytes
                           << "waited:" << report.waited.count() << "ms received:" << counts.received
                           << "new:" << counts.added << "duplicate:" << counts.duplicate
                           << "quarantined:" << counts.unreadable;
}

QString statusName(SyncReport::Status status)
{
    switch (status) {
    case SyncReport::Status::Ok:
        return u"ok"_s;
    case SyncReport::Status::Failed:
        return u"failed"_s;
    case SyncReport::Status::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QByteArray toJson(const SyncReport &report)
{
    // By hand, since QJsonObject sorts its keys.
    const std::pair<const char *, QJsonValue> members[] = {
        {"source", report.source},
        {"vendor", report.vendor},
        {"status", statusName(report.status)},
        {"requests", report.requests},
        {"retries", report.retries},
        {"pages", report.pages},
        {"received", report.counts.received},
        {"new", report.counts.added},
        {"updated", report.counts.updated},
        {"duplicate", report.counts.duplicate},
        {"conflict", report.counts.conflict},
        {"unreadable", report.counts.unreadable},
        {"warnings", QJsonArray::fromStringList(report.warnings)},
    };
    QByteArray json = QByteArrayLiteral("{");
    for (const auto &[key, value] : members) {
        json += '"' + QByteArray(key) + "\":" + printed(value) + ',';
    }
    return json + "\"error\":" + (report.error ? toJson(*report.error) : QByteArrayLiteral("null")) + '}';
}

QByteArray toJson(const Error &error)
{
    const QJsonValue status = error.httpStatus ? QJsonValue(*error.httpStatus) : QJsonValue();
    return "{\"kind\":" + printed(errorKindName(error.kind)) + ",\"http_status\":" + printed(status)
        + ",\"message\":" + printed(error.message) + '}';
}

} // namespace Trailglass

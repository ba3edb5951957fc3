// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/syncreport.h"

#include "models/core/printedjson.h"

#include <QJsonArray>
#include <QJsonValue>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

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
        json += '"' + QByteArray(key) + "\":" + printedJson(value) + ',';
    }
    return json + "\"error\":" + (report.error ? toJson(*report.error) : QByteArrayLiteral("null")) + '}';
}

QByteArray toJson(const Error &error)
{
    return printedError(errorKindName(error.kind), error.httpStatus, error.message);
}

} // namespace Trailglass

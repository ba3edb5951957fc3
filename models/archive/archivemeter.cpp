// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivemeter.h"

#include "models/network/httpexchange.h"

#include <QRegularExpression>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

// The meter in use is known to the thread, so that what sends need not pass it on.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
thread_local ArchiveMeter *meterOfThread = nullptr;

/// Servers since 19 say it in a header, which is of the whole query because nothing is sent before its end.
std::optional<qint64> rowsReadBy(const HttpResponse &response)
{
    static const QRegularExpression pattern(u"\"read_rows\":\\s*\"(\\d{1,18})\""_s);
    const auto found = pattern.match(QString::fromLatin1(response.header("X-ClickHouse-Summary")));
    return found.hasMatch() ? std::optional(found.captured(1).toLongLong()) : std::nullopt;
}

} // namespace

ArchiveMeter::ArchiveMeter(QueryCost &sum)
    : m_sum(sum)
    , m_outer(meterOfThread)
{
    m_sum = {};
    meterOfThread = this;
}

ArchiveMeter::~ArchiveMeter()
{
    meterOfThread = m_outer;
}

void ArchiveMeter::count(const HttpReply &reply)
{
    if (!meterOfThread)
        return;
    QueryCost &sum = meterOfThread->m_sum;
    sum.received += reply.body.size();
    if (const auto rows = rowsReadBy(reply.response))
        sum.rows = sum.rows.value_or(0) + *rows;
}

} // namespace Trailglass

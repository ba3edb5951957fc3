// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/quarantinerunner.h"

#include "models/workspace/quarantineexport.h"
#include "models/workspace/throttledcalls.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

QuarantineRunner::QuarantineRunner(QString workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_clock(clock)
    , m_thread(u"quarantine work"_s)
{
}

QuarantineRunner::~QuarantineRunner()
{
    m_cancel.cancel();
}

template <class Value>
void QuarantineRunner::start(std::function<Result<Value>(const CancelToken &)> work,
                             std::function<void(const Value &)> deliver)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_thread.post([this, work = std::move(work), deliver = std::move(deliver), cancel = m_cancel.token()] {
        const Result<Value> outcome = work(cancel);
        m_thread.postToOwner([this, outcome, deliver] {
            m_isRunning = false;
            if (outcome)
                deliver(*outcome);
            else
                Q_EMIT failed(outcome.error());
        });
    });
}

std::function<void(qint64)> QuarantineRunner::throttledProgress()
{
    return throttledCalls<qint64>(
        [this](qint64 rows) { m_thread.postToOwner([this, rows] { Q_EMIT progress(rows); }); });
}

void QuarantineRunner::retry(const QString &source)
{
    start<QuarantineRetryReport>(
        [this, source, report = throttledProgress()](const CancelToken &cancel) {
            return retryQuarantine(m_workspace, source, m_clock, cancel,
                                   [&report](const QString &, qint64 rows) { report(rows); });
        },
        [this](const QuarantineRetryReport &report) { Q_EMIT retried(report); });
}

void QuarantineRunner::exportRows(const QString &source, const QString &fileName)
{
    start<qint64>(
        [this, source, fileName, report = throttledProgress()](const CancelToken &cancel) {
            return exportQuarantine(m_workspace, source, fileName, cancel, report);
        },
        [this](qint64 rows) { Q_EMIT exported(rows); });
}

void QuarantineRunner::cancel()
{
    m_cancel.cancel();
}

} // namespace Trailglass

#include "moc_quarantinerunner.cpp"

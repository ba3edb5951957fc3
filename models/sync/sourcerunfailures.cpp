// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/logging.h"
#include "models/sync/sourcerun.h"

#include <chrono>
#include <optional>

// What a run does after a failed request.

namespace Trailglass {

namespace {

/// Recoveries in a row, far more than halving any window needs: the guard against a source that never gives
/// up.
constexpr int MaxRecoveries = 64;

/// Places in a row at which all retries failed and the source turned to another one: then it is the server
/// that fails, and each further place would take minutes.
constexpr int MaxGivenUp = 3;

} // namespace

void SourceRun::requestFailed(const Error &error)
{
    const std::optional<Error> limit = m_requests->dropAfter(error);
    m_aheadPages.clear();
    m_isRateLimited = m_isRateLimited || limit.has_value();
    qCInfo(logSync).noquote() << "source" << m_job.source.id.value
                              << "request failed:" << errorKindName(error.kind)
                              << "status:" << error.httpStatus.value_or(0);
    if (goOn(m_source->recover(m_settings, m_checkpoint, error), limit))
        return;
    // The repetition waits for the limit. What is not repeated is reported at once; no request follows then.
    const Error &cause = limit && RetryPolicy::isWorthRepeating(error.kind) ? *limit : error;
    ++m_retry.failures;
    if (const auto delay = RetryPolicy::nextDelay(m_retry, cause, m_services.random())) {
        repeatAfter(*delay, cause);
    } else {
        giveUp(cause, limit);
    }
}

void SourceRun::giveUp(const Error &error, const std::optional<Error> &limit)
{
    const std::optional<PageOutcome> outcome = m_source->giveUp(m_settings, m_checkpoint, error);
    const bool isLast = outcome && !outcome->finished && ++m_givenUp >= MaxGivenUp;
    if (!isLast && goOn(outcome, limit))
        return;
    if (isLast) {
        // What was not tried comes first in the next run, so that it is read in the end.
        m_committer->commitPage({}, outcome->checkpoint, outcome->covered, m_pagesSinceCovered);
        warn(outcome->warnings);
    }
    end(SyncReport::Status::Failed, error);
}

bool SourceRun::goOn(const std::optional<PageOutcome> &outcome, const std::optional<Error> &limit)
{
    if (!outcome || m_recoveries >= MaxRecoveries)
        return false;
    ++m_recoveries;
    qCInfo(logSync) << "source" << m_job.source.id.value << "goes on after the failure"
                    << "finished:" << outcome->finished << "times in a row:" << m_recoveries;
    m_retry = {};
    m_checkpoint = outcome->checkpoint;
    m_report.leavesGap = outcome->leavesGap;
    warn(outcome->warnings);
    if (outcome->finished || !outcome->covered.isEmpty()) {
        m_committer->commitPage({}, m_checkpoint, outcome->covered, m_pagesSinceCovered);
        m_pagesSinceCovered = 0;
    }
    if (outcome->finished) {
        end(SyncReport::Status::Ok);
    } else {
        requestPage(limit);
    }
    return true;
}

void SourceRun::repeatAfter(std::chrono::milliseconds delay, const Error &error)
{
    const bool isPause = error.kind == ErrorKind::RateLimited && error.retryAfter;
    (isPause ? m_retry.paused : m_retry.waited) += delay;
    qCInfo(logSync) << "source" << m_job.source.id.value << "repeats the request in" << delay.count()
                    << "ms, attempt" << m_retry.failures + 1;
    const auto seconds = static_cast<int>((delay.count() + 999) / 1'000);
    setActivity(isPause ? tr("Rate limited; resuming in %Ln second(s)", nullptr, seconds)
                        : tr("Retrying in %Ln second(s): %1", "the reason follows", seconds)
                              .arg(m_mask.masked(error.message)));
    m_wait.start(delay, [this] {
        ++m_report.retries;
        requestPage();
    });
    Q_EMIT waitBegan();
}

} // namespace Trailglass

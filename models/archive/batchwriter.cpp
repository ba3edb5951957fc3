// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/batchwriter.h"

#include "models/archive/archiveerror.h"
#include "models/archive/archiveledger.h"
#include "models/archive/archivesession.h"
#include "models/core/translation.h"

#include <utility>

namespace Trailglass {

namespace {

Error otherPush()
{
    return {.kind = ErrorKind::Locked,
            .message = Trailglass::tr(
                "Another program pushes the events of this workspace, or of a copy of its folder, at the "
                "same time. Nothing was counted twice. Push again when it has ended.")};
}

Error neverThere()
{
    return {.kind = ErrorKind::Server,
            .message = Trailglass::tr(
                "The archive says each time that it has stored the events, and then does not have them. "
                "Its administrator should look at the server.")};
}

std::vector<CommitLine> linesOf(std::span<const quint64> numbers, BatchState state)
{
    std::vector<CommitLine> lines;
    for (const quint64 number : numbers)
        lines.push_back({.batch = number, .state = state});
    return lines;
}

} // namespace

BatchWriter::BatchWriter(ArchiveSession &session, const PushIdentity &identity, quint64 lastNumber,
                         const ArchiveRetry &retry, const Clock &clock)
    : m_session(session)
    , m_identity(identity)
    , m_retry(retry)
    , m_clock(clock)
    , m_firstNumber(lastNumber + 1)
    , m_lastNumber(lastNumber)
{
}

Result<void> BatchWriter::giveUp(std::span<const quint64> numbers, const CancelToken &cancel)
{
    if (numbers.empty())
        return {};
    m_voided += static_cast<int>(numbers.size());
    return enter(linesOf(numbers, BatchState::Void), {}, cancel);
}

Result<void> BatchWriter::write(std::vector<std::unique_ptr<OutgoingBatch>> batches,
                                const CancelToken &cancel)
{
    std::vector<quint64> numbers;
    for (std::size_t index = 0; index < batches.size(); ++index)
        numbers.push_back(++m_lastNumber);
    TRY(begin(numbers, cancel));
    for (std::size_t index = 0; index < batches.size(); ++index) {
        TRY(bring(*batches[index], numbers[index], cancel));
        batches[index].reset();
    }
    return {};
}

Result<void> BatchWriter::commit(const PushedUpTo &upTo, const CancelToken &cancel)
{
    TRY(requireAlone(cancel));
    TRY(enter(m_written, upTo, cancel));
    m_committed += static_cast<int>(m_written.size());
    m_written.clear();
    return {};
}

Result<void> BatchWriter::begin(std::span<const quint64> numbers, const CancelToken &cancel)
{
    if (numbers.empty())
        return {};
    TRY(enter(linesOf(numbers, BatchState::Begun), {}, cancel));
    // Of two that begin the same number, the one that is later sees the other.
    return requireAlone(cancel);
}

Result<void> BatchWriter::bring(OutgoingBatch &batch, quint64 number, const CancelToken &cancel)
{
    for (ArchiveRetry::Tries tries;;) { // each uses up a number
        const BatchNumber batchNumber{m_identity.origin, number};
        const Result<void> sent = batch.send(m_session, batchNumber, cancel);
        if (sent || isOutcomeUnknown(sent.error())) {
            TRY(const bool isThere,
                m_retry.untilKnown<bool>([&] { return batch.isThere(m_session, batchNumber, cancel); },
                                         cancel));
            if (isThere) {
                m_written.push_back(
                    {.batch = number, .state = BatchState::Counts, .content = batch.content()});
                return {};
            }
        }
        TRY(giveUp({&number, 1}, cancel));
        if (!sent && !isOutcomeUnknown(sent.error()))
            return sent;
        const Error failure = sent ? neverThere() : sent.error();
        if (!tries.fail(failure))
            return failure;
        m_retry.waitAfter(tries.failures(), cancel);
        number = ++m_lastNumber;
        TRY(begin({&number, 1}, cancel));
    }
}

/// Once or several times: lines may be there more than once.
Result<void> BatchWriter::enter(std::span<const CommitLine> lines, const PushedUpTo &upTo,
                                const CancelToken &cancel)
{
    const QByteArray block = commitBlock(m_identity, lines, upTo, m_clock.now());
    return m_retry.untilKnown<void>(
        [&] {
            const QString queryId = QStringLiteral("tg-%1-lines-%2-%3")
                                        .arg(m_identity.origin)
                                        .arg(m_identity.attempt, 16, 16, QLatin1Char('0'))
                                        .arg(++m_statements);
            return m_session.insert("INSERT INTO commit FORMAT Native", block, queryId, cancel);
        },
        cancel);
}

Result<void> BatchWriter::requireAlone(const CancelToken &cancel) const
{
    TRY(const bool hasOther,
        m_retry.untilKnown<bool>(
            [&] { return ArchiveLedger::hasOtherWriter(m_session, m_identity, m_firstNumber, cancel); },
            cancel));
    return hasOther ? Result<void>(otherPush()) : Result<void>();
}

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sync/clockdifference.h"
#include "models/sync/httppagerequest.h"

#include <QObject>

#include <deque>
#include <optional>

namespace Trailglass {

/// The requests of one run that are under way: the one whose turn it is, and those of the pages after it where they
/// are known (PageOutcome::ahead).
///
/// A response that was requested ahead is held until its turn, and used only if its request is then the next one:
/// otherwise all of them are dropped. While one of them has failed, none is added; its failure is that of its turn.
/// What was dropped counts as requests and bytes like all others.
/// \thread that of the client
class PageRequests : public QObject
{
    Q_OBJECT

public:
    /// \param http, clock, source  outlive it
    PageRequests(HttpClient &http, const Clock &clock, const Source &source, SourceSettings settings,
                 BoundSecrets secrets);
    ~PageRequests() override;

    /// Sends the request after \a checkpoint, unless it was sent ahead, then those of \a ahead, unless they were.
    /// \returns the request
    /// \pre there is no current one
    /// \error those of Source::request(); nothing was sent
    [[nodiscard]] Result<PageRequest> send(const Checkpoint &checkpoint, const QList<Checkpoint> &ahead = {});

    /// The one whose turn it is; null before send() and after dropCurrent().
    [[nodiscard]] HttpPageRequest *current() const { return m_current.get(); }

    /// Stops and forgets the current request.
    void dropCurrent();
    /// Likewise those that were sent ahead.
    /// \returns the server's limit of the rate, where one of them has met it, of several the longest: it counts
    /// all the same
    std::optional<Error> dropAhead();
    void dropAll();
    /// dropAll(), as the current one has failed.
    /// \returns the limit of the rate that it or one of the others has met, as dropAhead()
    [[nodiscard]] std::optional<Error> dropAfter(const Error &failure);

    /// HttpPageRequest::silence() of the current request; 0 without one.
    [[nodiscard]] std::chrono::milliseconds silence() const;

    /// Requests so far.
    [[nodiscard]] qint64 count() const { return m_count; }
    /// Of the requests that are over: HttpPageRequest::bytes().
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] const ClockDifference &clocks() const { return m_clocks; }

Q_SIGNALS:
    /// Of the current request: HttpPageRequest::rowsRead().
    void rowsRead();
    /// Likewise: HttpPageRequest::finished().
    void finished(const Trailglass::Result<void> &outcome);

private:
    struct Ahead
    {
        PageRequest request;
        HttpPageRequestPointer fetch;
    };

    [[nodiscard]] HttpPageRequestPointer start(const PageRequest &request);
    [[nodiscard]] HttpPageRequestPointer takeAhead(const PageRequest &request);
    void sendAhead(const QList<Checkpoint> &checkpoints);
    void drop(HttpPageRequestPointer fetch);

    HttpClient &m_http;
    const Clock &m_clock;
    const Source &m_source;
    const SourceSettings m_settings;
    const BoundSecrets m_secrets;
    HttpPageRequestPointer m_current;
    std::deque<Ahead> m_ahead; ///< held, in the order of the pages
    qint64 m_count = 0;
    qint64 m_bytes = 0;
    ClockDifference m_clocks;
};

} // namespace Trailglass

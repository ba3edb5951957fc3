// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/fakehttpserver.h"
#include "tests/support/faults.h"
#include "tests/support/vendorevent.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace Trailglass::Support {

/// What the five stand-in servers share: events that tests can change under a client's feet, faults, hooks.
///
/// Strict: a request that the vendor's published contract does not allow is refused in the vendor's own
/// shape, and listed in refusals().
/// \thread one, with a running event loop
class VendorServer : public QObject
{
    Q_OBJECT

public:
    /// Makes an event that happened at this time, with an id not used before.
    using EventSource = std::function<VendorEvent(UtcMicros created)>;

    explicit VendorServer(QObject *parent = nullptr);

    [[nodiscard]] bool listen() { return m_http.listen(); }
    [[nodiscard]] FakeHttpServer &http() { return m_http; }
    [[nodiscard]] const FakeHttpServer &http() const { return m_http; }
    [[nodiscard]] Faults &faults() { return m_faults; }

    /// Settings of a connection to this server: `base_url` or `endpoint`, and whatever else is required.
    [[nodiscard]] virtual QMap<QString, QString> settings() const = 0;

    /// Secrets that this server accepts, by the key of the source type. Made up, and good for nothing else.
    [[nodiscard]] virtual QMap<QString, QString> secrets() const = 0;

    void setEvents(const QList<VendorEvent> &events);
    void addEvent(const VendorEvent &event);
    /// Replaces the event of the same id, which must be there, and leaves it in its place.
    void replaceEvent(const VendorEvent &event);
    /// All events, in the order they were added.
    [[nodiscard]] QList<VendorEvent> events() const;

    /// Where the events of Fault::Kind::Late and Shift come from; without one these faults do nothing.
    void setEventSource(EventSource source) { m_eventSource = std::move(source); }

    /// The `Date` header of each response from now on; nothing, as at first, sends none.
    void setDate(std::optional<UtcMicros> date) { m_date = date; }

    /// Calls \a hook before page \a number of rows is put together; pages count from 1 since the start or
    /// resetPages().
    void beforePage(int number, std::function<void()> hook);
    [[nodiscard]] int pageCount() const { return m_pageCount; }
    void resetPages();

    /// Why requests were refused, oldest first; faults are not among them.
    [[nodiscard]] const QStringList &refusals() const { return m_refusals; }

protected:
    /// An event with its fields, for filters. Fields are empty where raw is no JSON object that Qt can read.
    struct Row
    {
        VendorEvent event;
        QJsonObject fields;
        qint64 sequence = 0; ///< order of arrival; breaks ties of time
    };

    [[nodiscard]] virtual Response respond(const Request &request) = 0;

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] std::vector<const Row *> sortedRows(bool newestFirst) const;

    /// Counts a page and runs its hook; to be called before the rows of a response are chosen.
    void beginPage();

    /// Notes why, and passes the response on.
    [[nodiscard]] Response refuse(const QString &reason, const Response &response);

    /// The events' bytes, joined by commas.
    [[nodiscard]] static QByteArray joined(const std::vector<const Row *> &rows);

private:
    [[nodiscard]] Response handle(const Request &request);
    void addArrival(Fault::Kind kind);

    std::vector<Row> m_rows;
    qint64 m_nextSequence = 0;
    Faults m_faults;
    EventSource m_eventSource;
    std::optional<UtcMicros> m_date;
    QMap<int, std::function<void()>> m_hooks;
    int m_pageCount = 0;
    QStringList m_refusals;
    FakeHttpServer m_http; // last: its connections call back into everything above
};

} // namespace Trailglass::Support

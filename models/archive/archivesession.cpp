// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivesession.h"

#include "models/archive/archiveerror.h"
#include "models/archive/archivemeter.h"
#include "models/archive/rowbinary.h"
#include "models/core/text.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds ProgressInterval = 300ms;
constexpr std::chrono::milliseconds MaxKillWait = 90ms; ///< of the end of a session
constexpr HttpLimits ShortRequest{.bytes = qint64(64) * 1024, .silence = 10s, .total = 10s};

/// Whether the server may go on with what nobody waits for any more. Of a block that was sent on a connection that broke, its
/// sender finds out what became of it.
bool goesOn(const Result<HttpReply> &reply, const HttpRequest &request)
{
    if (reply)
        return isGatewayTimeout(reply->response);
    const ErrorKind kind = reply.error().kind;
    return kind == ErrorKind::Cancelled || kind == ErrorKind::Timeout
        || (kind == ErrorKind::Network && !request.isSentOnce);
}

} // namespace

/// Asks the server now and then how far a query is, on another connection.
class ArchiveSession::ProgressPoll
{
public:
    /// \param queryId  of the query; \a session and \a progressed outlive this
    ProgressPoll(ArchiveSession &session, const QString &queryId, const Progress &progressed)
        : m_session(session)
        , m_sql(ArchiveSql("SELECT toUInt64(read_rows), toUInt64(total_rows_approx) FROM system.processes "
                           "WHERE query_id = ")
                + ArchiveSql::literal(toUtf8(queryId)))
        , m_progressed(progressed)
    {
        m_sinceLast.start();
    }

    /// Called while the query is running.
    void look()
    {
        if (!m_progressed)
            return;
        if (m_exchange && m_exchange->wait(0ms)) {
            report(m_session.checked(m_exchange->take()));
            m_exchange.reset();
        }
        if (!m_exchange && m_sinceLast.hasExpired(ProgressInterval.count())) {
            m_sinceLast.start();
            HttpRequest request =
                m_session.newRequest(m_session.profile().settings(ServerProfile::Use::Query), Scope::Server,
                                     m_session.newQueryId());
            request.body = QByteArray::fromStdString(m_sql.text());
            m_exchange = m_session.m_http.start(request, ShortRequest, HttpThread::Lane::Control);
        }
    }

private:
    /// Nothing is reported where it is not known: that is no failure of the query.
    void report(const Result<QByteArray> &rows) const
    {
        if (!rows)
            return;
        RowBinaryReader reader(*rows);
        const quint64 read = reader.readUInt64();
        const quint64 total = reader.readUInt64();
        if (reader.check() && total > 0)
            m_progressed(std::min(1.0, static_cast<double>(read) / static_cast<double>(total)));
    }

    ArchiveSession &m_session;
    const ArchiveSql m_sql;
    const Progress &m_progressed;
    QElapsedTimer m_sinceLast;
    std::shared_ptr<HttpExchange> m_exchange;
};

ArchiveSession::ArchiveSession(const ArchiveAccess &access)
    : m_access(access)
    , m_name(u"tgq-%1-"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0')))
    , m_http(u"archive"_s)
{
    m_mask.add(m_access.key.reveal());
}

ArchiveSession::~ArchiveSession()
{
    QElapsedTimer timer;
    timer.start();
    for (const auto &exchange : m_kills) {
        const std::chrono::milliseconds left = MaxKillWait - std::chrono::milliseconds(timer.elapsed());
        if (!exchange->wait(std::max(left, 0ms)))
            return;
    }
}

Result<std::unique_ptr<ArchiveSession>> ArchiveSession::open(const ArchiveAccess &access,
                                                             const CancelToken &cancel)
{
    std::unique_ptr<ArchiveSession> session(new ArchiveSession(access));
    const QString queryId = session->newQueryId();
    HttpRequest request = session->newRequest({}, Scope::Server, queryId);
    request.body = QByteArray::fromStdString(ServerProfile::query().text());
    TRY(const QByteArray rows, session->run(request, queryId, cancel));
    TRY(session->m_profile, ServerProfile::read(rows, access.place));
    return session;
}

Result<QByteArray> ArchiveSession::ask(const ArchiveSql &sql, const CancelToken &cancel,
                                       const Progress &progressed, qint64 maxBytes)
{
    const QString queryId = newQueryId();
    HttpRequest request = newRequest(profile().settings(ServerProfile::Use::Query), Scope::Database, queryId);
    request.body = QByteArray::fromStdString(sql.text());
    return run(request, queryId, cancel, progressed, maxBytes);
}

Result<void> ArchiveSession::insert(const ArchiveSql &sql, const QByteArray &block, const QString &queryId,
                                    const CancelToken &cancel)
{
    ServerProfile::Settings settings = profile().settings(ServerProfile::Use::Insert);
    settings.emplaceBack(u"query"_s, QString::fromStdString(sql.text()));
    HttpRequest request = newRequest(settings, Scope::Database, queryId);
    request.body = block;
    request.isSentOnce = true;
    TRY(run(request, queryId, cancel));
    return {};
}

Result<void> ArchiveSession::executeOnce(const ArchiveSql &sql, const QString &queryId,
                                         const CancelToken &cancel)
{
    HttpRequest request =
        newRequest(profile().settings(ServerProfile::Use::Insert), Scope::Database, queryId);
    request.body = QByteArray::fromStdString(sql.text());
    request.isSentOnce = true;
    TRY(run(request, queryId, cancel));
    return {};
}

Result<void> ArchiveSession::execute(std::string_view sql, const CancelToken &cancel, Scope scope)
{
    const QString queryId = newQueryId();
    HttpRequest request = newRequest(profile().settings(ServerProfile::Use::Insert), scope, queryId);
    request.body = QByteArray(sql.data(), static_cast<qsizetype>(sql.size()));
    TRY(run(request, queryId, cancel));
    return {};
}

void ArchiveSession::kill(const QString &queryId)
{
    HttpRequest request = newRequest({}, Scope::Server, newQueryId());
    request.body = QByteArray::fromStdString(
        (ArchiveSql("KILL QUERY WHERE query_id = ") + ArchiveSql::literal(toUtf8(queryId)) + " ASYNC")
            .text());
    const auto exchange = m_http.start(request, ShortRequest, HttpThread::Lane::Control);
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_kills, [](const auto &earlier) { return earlier->wait(0ms); });
    m_kills.push_back(exchange);
}

/// Without a body.
HttpRequest ArchiveSession::newRequest(const ServerProfile::Settings &settings, Scope scope,
                                       const QString &queryId) const
{
    QUrlQuery query;
    query.addQueryItem(u"wait_end_of_query"_s, u"1"_s);
    query.addQueryItem(u"default_format"_s, u"RowBinary"_s);
    query.addQueryItem(u"query_id"_s, queryId);
    if (scope == Scope::Database)
        query.addQueryItem(u"database"_s, place().database());
    for (const auto &[name, value] : settings)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    QUrl url = place().url();
    url.setQuery(query);
    const auto plain = [](const QByteArray &text) {
        return Secret::fromText(text).value();
    };
    HttpRequest request{
        .verb = "POST", .url = url, .headers = {}, .body = {}, .response = ResponseForm::Bytes};
    request.headers.append({"Content-Type", plain("application/octet-stream")});
    request.headers.append({"X-ClickHouse-User", plain(place().user().toUtf8())});
    if (!m_access.key.isEmpty())
        request.headers.append({"X-ClickHouse-Key", m_access.key});
    return request;
}

Result<QByteArray> ArchiveSession::run(const HttpRequest &request, const QString &queryId,
                                       const CancelToken &cancel, const Progress &progressed, qint64 maxBytes)
{
    const HttpLimits limits{.bytes = maxBytes, .silence = MaxSilence, .total = MaxDuration, .gap = MaxGap};
    ProgressPoll poll(*this, queryId, progressed);
    auto reply = m_http.send(request, limits, cancel, [&poll] { poll.look(); });
    if (goesOn(reply, request))
        kill(queryId);
    if (reply)
        ArchiveMeter::count(*reply);
    return checked(std::move(reply));
}

Result<QByteArray> ArchiveSession::checked(Result<HttpReply> reply) const
{
    if (!reply)
        return archiveConnectionError(reply.error(), place());
    if (!isFromServer(reply->response))
        return foreignResponseError(reply->response, reply->body, place());
    if (const auto exception = exceptionOf(reply->response, reply->body))
        return exceptionError(*exception, reply->response.status, place(), m_mask);
    return std::move(reply->body);
}

QString ArchiveSession::newQueryId()
{
    const std::lock_guard lock(m_mutex);
    return m_name + QString::number(++m_queries);
}

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesession.h"
#include "tests/archive/besides.h"
#include "tests/archive/rowbinarywriter.h"
#include "tests/support/fakehttpserver.h"

#include <functional>
#include <map>
#include <string>

namespace Trailglass::Testing {

/// What looks like the server of an archive until it is requested to do something: that a test responds to.
/// \thread one with an event loop; sessions wait on another one, see besides()
class FakeArchive
{
public:
    using Handler = std::function<Support::Response(const Support::Request &)>;

    explicit FakeArchive(Handler handler = {})
        : m_handler(std::move(handler))
        , m_server([this](const Support::Request &request) { return respond(request); })
    {
    }

    std::string version = "26.7.2.1";
    std::map<std::string, std::string> settings = {{"readonly", "0"}, {"skip_unavailable_shards", "0"}};

    void setHandler(Handler handler) { m_handler = std::move(handler); }
    [[nodiscard]] bool listen() { return m_server.listen(); }
    [[nodiscard]] Support::FakeHttpServer &server() { return m_server; }

    [[nodiscard]] ArchivePlace place() const
    {
        return ArchivePlace::parse(QStringLiteral("http://ann@127.0.0.1:%1/audit").arg(m_server.port()))
            .value();
    }
    [[nodiscard]] static Secret key() { return Secret::fromText("s3cr3t-key-4711").value(); }

    [[nodiscard]] Result<std::unique_ptr<ArchiveSession>> open()
    {
        return besides([this] { return ArchiveSession::open({place(), key()}, {}); });
    }

    /// A result, as a server sends it.
    [[nodiscard]] static Support::Response result(const QByteArray &bytes)
    {
        return {
            .headers = {{"X-ClickHouse-Format", "RowBinary"}, {"Content-Type", "application/octet-stream"}},
            .body = bytes};
    }
    [[nodiscard]] static Support::Response refusal(int status, const QByteArray &words)
    {
        return {.status = status, .headers = {{"X-ClickHouse-Server-Display-Name", "fake"}}, .body = words};
    }

    /// The requests after that for the version.
    [[nodiscard]] QList<Support::Request> requests() const { return m_requests; }
    [[nodiscard]] const Support::Request &firstRequest() const { return m_first; }

private:
    Support::Response respond(const Support::Request &request)
    {
        if (request.body.contains("system.settings")) {
            m_first = request;
            RowBinaryWriter rows;
            rows.text("version").text(version);
            for (const auto &[name, value] : settings)
                rows.text(name).text(value);
            return result(QByteArray::fromStdString(rows.bytes()));
        }
        m_requests.append(request);
        return m_handler ? m_handler(request) : result({});
    }

    Handler m_handler;
    Support::FakeHttpServer m_server;
    Support::Request m_first;
    QList<Support::Request> m_requests;
};

/// A query, for tests to which it does not matter which.
inline const ArchiveSql SampleSql = "SELECT count() FROM event";

/// Asks it beside the event loop.
inline Result<QByteArray> ask(ArchiveSession &session)
{
    return besides([&session] { return session.ask(SampleSql, {}); });
}

} // namespace Trailglass::Testing

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/filter/filter.h"
#include "models/query/sortorder.h"
#include "models/sources/source.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/workspace/resultrequest.h"
#include "tests/store/storetesting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>

namespace Trailglass::Testing {

/// A clock that stands at noon.
class NoonClock final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override { return Noon; }
};

/// Filled through the one writer, as another process would.
class Workspace
{
public:
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    SourceId addSource(const QString &name) { return writer().addSource(source(name)).value(); }

    /// One with all the settings that its type requires.
    SourceId addAsana(const QString &name)
    {
        SourceRecord record = source(name);
        record.settings = {{QStringLiteral("workspace_gid"), QStringLiteral("1200")}};
        return writer().addSource(record).value();
    }

    /// Fills a segment of the index for good: as if its other rows had been given and removed.
    void fillSegment() { execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'"); }

    /// As a damaged disk or another program would.
    void execute(const std::string &sql)
    {
        const auto connection =
            SqlConnection::openForWriting(m_folder.filePath(QStringLiteral("trailglass.sqlite")));
        VERIFY_RESULT((*connection)->execute(sql));
    }

    /// Commits so many events with new ids, in one page; all but each fifth by ann.
    /// \returns their source
    void add(SourceId source, int count)
    {
        std::vector<Event> events;
        for (int i = 0; i < count; ++i) {
            Event event = makeEvent("e" + std::to_string(++m_count));
            event.created = Noon + m_count;
            event.actor.email = m_count % 5 == 0 ? "bob@example.com" : "ann@example.com";
            event.action = m_count % 2 == 0 ? "read" : "write";
            events.push_back(std::move(event));
        }
        QVERIFY(writer().commit(page(source, std::move(events))));
    }

    /// A workspace with one source "work" and its events.
    SourceId fill(int count)
    {
        const SourceId id = addSource(QStringLiteral("work"));
        add(id, count);
        return id;
    }

    /// Commits so many events with new ids as Asana's source reads them: each field agrees with the JSON.
    void addRead(SourceId source, int count)
    {
        std::vector<Event> events;
        for (int i = 0; i < count; ++i) {
            const std::string json = R"({"gid":")" + std::to_string(++m_count)
                + R"(","created_at":"2026-11-20T10:00:00Z","event_type":"x",)"
                  R"("actor":{"actor_type":"user","gid":"5","name":"Ann","email":"ann@example.com"}})";
            auto event = findSource(Vendor::Asana)->readEvent(json, {});
            VERIFY_RESULT(event);
            event->raw = json;
            events.push_back(*std::move(event));
        }
        QVERIFY(writer().commit(page(source, std::move(events))));
    }

    /// A workspace with one source "work" and events of addRead().
    SourceId fillRead(int count)
    {
        const SourceId id = addAsana(QStringLiteral("work"));
        addRead(id, count);
        return id;
    }

    void remove(SourceId source, EventWriter::Purge purge) { QVERIFY(writer().removeSource(source, purge)); }

    /// Marks the file as one of a later program.
    void makeNewer()
    {
        m_writer.reset();
        QFile file(m_folder.filePath(QStringLiteral("trailglass.sqlite")));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(UserVersionOffset));
        m_version = file.read(4);
        QVERIFY(file.seek(UserVersionOffset));
        QCOMPARE(file.write(QByteArray::fromHex("00000063")), 4);
    }
    /// Takes makeNewer() back.
    void makeOurs()
    {
        QFile file(m_folder.filePath(QStringLiteral("trailglass.sqlite")));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(UserVersionOffset));
        QCOMPARE(file.write(m_version), 4);
    }

    EventWriter &writer()
    {
        if (!m_writer)
            m_writer = *EventWriter::open(folder());
        return *m_writer;
    }

private:
    static constexpr qint64 UserVersionOffset = 60; ///< \source SQLite file format, section 1.3

    QTemporaryDir m_folder;
    std::unique_ptr<EventWriter> m_writer;
    QByteArray m_version; ///< of the file, before makeNewer()
    int m_count = 0;
};

inline Filter::NodePointer filter(const QString &expression)
{
    return std::get<Filter::NodePointer>(Filter::parse(expression));
}

inline ResultRequest request(const QString &expression = {})
{
    return {filter(expression), defaultSortOrder()};
}

/// How often this process has a file open.
inline qsizetype descriptorsOf(const QString &path)
{
    const QString file = QFileInfo(path).canonicalFilePath();
    const QFileInfoList all = QDir(QStringLiteral("/proc/self/fd"))
                                  .entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return std::ranges::count(all, file, &QFileInfo::symLinkTarget);
}

/// Every warning fails a test: a connection used by a wrong thread would be one.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

} // namespace Trailglass::Testing

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/query/sampleworkspace.h"

#include "models/store/sqlconnection.h"

#include <QFile>
#include <QFileInfo>

namespace Trailglass {

namespace {

template <class T>
T expectValue(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *std::move(result);
}

} // namespace

SampleWorkspace::SampleWorkspace()
    : m_writer(expectValue(EventWriter::open(m_folder.path())))
{
}

SampleWorkspace::SampleWorkspace(const QStringList &files)
{
    for (const QString &file : files) {
        if (QFile::exists(file) && !QFile::copy(file, m_folder.filePath(QFileInfo(file).fileName())))
            qFatal("%s cannot be copied", qPrintable(file));
    }
    m_writer = expectValue(EventWriter::open(m_folder.path()));
}

std::unique_ptr<SampleWorkspace> SampleWorkspace::copyOf(const SampleWorkspace &original)
{
    // The log has what is not in the database yet; what SQLite knows of its log is made again.
    const QString database = original.m_folder.filePath(QStringLiteral("trailglass.sqlite"));
    const QStringList files{database, database + QStringLiteral("-wal")};
    return std::unique_ptr<SampleWorkspace>(new SampleWorkspace(files));
}

SourceId SampleWorkspace::addSource(const QString &name, const QString &type)
{
    SourceRecord source;
    source.name = name;
    source.type = type;
    return expectValue(m_writer->addSource(source));
}

void SampleWorkspace::removeSource(SourceId source)
{
    const auto removed = m_writer->removeSource(source, EventWriter::Purge::Yes);
    if (!removed)
        qFatal("%s", qPrintable(removed.error().message));
}

void SampleWorkspace::commit(SourceId source, std::vector<Event> events, UtcMicros received)
{
    PageCommit page;
    page.source = source;
    page.received = received;
    page.events = std::move(events);
    expectValue(m_writer->commit(page));
}

void SampleWorkspace::skipRows(qint64 count)
{
    const auto connection =
        expectValue(SqlConnection::openForWriting(m_folder.filePath(QStringLiteral("trailglass.sqlite"))));
    const auto done = connection->execute("UPDATE counter SET value = value + " + std::to_string(count)
                                          + " WHERE name = 'row'");
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

std::vector<EventRecord> SampleWorkspace::records() const
{
    const auto reader = expectValue(EventReader::open(m_folder.path()));
    std::vector<EventRecord> records;
    const auto scanned = reader->scan(EventReader::WithRaw::Yes, CancelToken(),
                                      [&records](const EventRecord &record) { records.push_back(record); });
    if (!scanned)
        qFatal("%s", qPrintable(scanned.error().message));
    return records;
}

} // namespace Trailglass

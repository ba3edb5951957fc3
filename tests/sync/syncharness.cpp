// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sync/syncharness.h"

#include "models/sources/source.h"
#include "tests/sync/virtualtime.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Trailglass {

SyncHarness::SyncHarness(std::string_view now)
    : m_clock(now)
    , m_http(m_scheduler)
{
}

void SyncHarness::addSource(const QString &name, const QString &type, const QMap<QString, QString> &settings)
{
    SourceRecord record;
    record.name = name;
    record.type = type;
    record.settings = settings;
    addSources({record});
}

void SyncHarness::addSources(const QList<SourceRecord> &sources)
{
    Q_ASSERT(!m_store);
    const auto writer = EventWriter::open(workspace());
    Q_ASSERT(writer);
    for (const SourceRecord &source : sources) {
        const Result<SourceId> added = (*writer)->addSource(source);
        Q_ASSERT(added);
    }
}

SyncEngine &SyncHarness::engine()
{
    if (!m_engine) {
        m_store = StoreThread::open(workspace()).value();
        const Random middle = [] {
            return 0.5;
        };
        m_engine = std::make_unique<SyncEngine>(
            SyncServices{m_http, *m_store, m_scheduler, m_clock, middle, m_maxPages});
    }
    return *m_engine;
}

SyncJob SyncHarness::job(const QString &name, const Support::VendorServer &server)
{
    SyncJob job;
    const auto reading = reader();
    job.source = reading->source(name).value();
    job.state = reading->sourceState(job.source.id).value();
    SecretValues secrets;
    const QMap<QString, QString> texts = server.secrets();
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        secrets.insert(text.key(), Secret::fromText(text.value().toUtf8()).value());
    }
    const Source *source = findSource(job.source.type);
    const SourceSettings settings = SourceSettings::fromValues(source->type(), job.source.settings).value();
    job.secrets = BoundSecrets{settings.origin(), secrets};
    return job;
}

QList<SyncReport> SyncHarness::run(const QList<SyncJob> &jobs)
{
    QList<SyncReport> reports;
    QString activity;
    QObject context;
    QObject::connect(&engine(), &SyncEngine::progress, &context,
                     [&](const SyncProgress &progress) { activity = progress.activity; });
    QObject::connect(&engine(), &SyncEngine::finished, &context,
                     [&](const QList<SyncReport> &ended) { reports = ended; });
    VirtualTime virtualTime(m_scheduler, *m_store);
    QTimer ticks;
    QObject::connect(&ticks, &QTimer::timeout, &context, [&] {
        if (onTick) {
            onTick(activity);
        }
        virtualTime.passIfNothingElseHappens();
    });
    ticks.start(1);
    QSignalSpy finishes(&engine(), &SyncEngine::finished);
    engine().start(jobs);
    [&] {
        QVERIFY(finishes.wait(120'000));
        QCOMPARE(finishes.size(), 1);
    }();
    return reports;
}

QMap<QByteArray, QByteArray> SyncHarness::stored(const QString &name)
{
    QMap<QByteArray, QByteArray> events;
    const Result<void> scanned =
        reader()->scan(EventReader::WithRaw::Yes, {}, [&](const EventRecord &record) {
            if (QString::fromStdString(record.source) == name) {
                events.insert(QByteArray::fromStdString(record.event.id),
                              QByteArray::fromStdString(record.event.raw));
            }
        });
    [&] {
        QVERIFY(scanned);
    }();
    return events;
}

SourceState SyncHarness::state(const QString &name)
{
    const auto reading = reader();
    return reading->sourceState(reading->source(name)->id).value();
}

std::unique_ptr<EventReader> SyncHarness::reader() const
{
    return EventReader::open(workspace()).value();
}

QMap<QByteArray, QByteArray> SyncHarness::served(const Support::VendorServer &server)
{
    QMap<QByteArray, QByteArray> events;
    for (const Support::VendorEvent &event : server.events()) {
        events.insert(event.id, event.raw);
    }
    return events;
}

} // namespace Trailglass

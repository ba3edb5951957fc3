// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpclient.h"
#include "tests/network/recordingsink.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"
#include "tests/sync/sqlitelocks.h"
#include "tests/sync/virtualtime.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace std::chrono_literals;

namespace {

constexpr int ManyTicks = 20;

} // namespace

/// A wait of a second is due all the while: it ends when nothing else is left to happen, and not before.
class VirtualTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void passesWhereNothingHappens();
    void doesNotPassWhileCallsAreQueued();
    void doesNotPassWhileTheStoreIsAtWork();
    void doesNotPassWhileARequestIsOnItsWay();
    void doesNotPassWhereTheTestHasJustLetItPass();

private:
    void stayBusy();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<QTimer> m_timer; ///< as SyncHarness has it
    int m_ticks = 0;
    bool m_isBusy = false; ///< there is something else
    bool m_hasPassed = false;
    bool m_wasBusy = false; ///< when time passed
};

void VirtualTimeTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::move(*StoreThread::open(m_folder->path()));
    m_scheduler = std::make_unique<ManualScheduler>();
    m_time = std::make_unique<VirtualTime>(*m_scheduler, *m_store);
    m_timer = std::make_unique<QTimer>();
    connect(m_timer.get(), &QTimer::timeout, this, [this] {
        ++m_ticks;
        m_time->passIfNothingElseHappens();
    });
    m_ticks = 0;
    m_isBusy = m_hasPassed = m_wasBusy = false;
    m_scheduler->after(1s, this, [this] {
        m_hasPassed = true;
        m_wasBusy = m_isBusy;
    });
    m_timer->start(1);
}

void VirtualTimeTest::cleanup()
{
    m_timer.reset();
    m_time.reset();
    m_scheduler.reset();
    m_store.reset();
}

void VirtualTimeTest::passesWhereNothingHappens()
{
    QTRY_VERIFY(m_hasPassed);
    QCOMPARE(m_scheduler->elapsed().count(), std::chrono::milliseconds(1s).count());
}

/// Each call queues the next one.
void VirtualTimeTest::stayBusy()
{
    m_isBusy = m_ticks < ManyTicks;
    if (m_isBusy)
        QMetaObject::invokeMethod(this, &VirtualTimeTest::stayBusy, Qt::QueuedConnection);
}

void VirtualTimeTest::doesNotPassWhileCallsAreQueued()
{
    stayBusy();
    QTRY_VERIFY(m_hasPassed);
    QVERIFY(!m_wasBusy);
}

void VirtualTimeTest::doesNotPassWhileTheStoreIsAtWork()
{
    std::optional<HeldWriteLock> otherWriter(m_folder->path());
    SourceRecord source;
    source.name = source.type = u"asana"_s;
    m_isBusy = true;
    m_store->addSource(source, std::make_shared<std::optional<SourceId>>(), this,
                       [this](const Result<SourceId> &) { m_isBusy = false; });
    QTRY_COMPARE_GE(m_ticks, ManyTicks);
    QVERIFY(!m_hasPassed);

    otherWriter.reset();

    QTRY_VERIFY(m_hasPassed);
    QVERIFY(!m_wasBusy);
}

void VirtualTimeTest::doesNotPassWhileARequestIsOnItsWay()
{
    Support::FakeHttpServer server([](const Support::Request &) {
        Support::Response response = Support::Response::json("[]");
        response.ending = Support::Ending::Hang;
        return response;
    });
    QVERIFY(server.listen());
    HttpClient client(*m_scheduler);
    RecordingSink sink;
    HttpRequest request;
    request.url = server.url(u"/"_s);
    auto job = client.send(request, {}, sink);
    QTRY_COMPARE(server.requests().size(), 1);
    m_ticks = 0;
    QTRY_COMPARE_GE(m_ticks, ManyTicks);
    QVERIFY(!m_hasPassed);

    job.reset();

    QTRY_VERIFY(m_hasPassed);
}

void VirtualTimeTest::doesNotPassWhereTheTestHasJustLetItPass()
{
    m_timer->stop();
    m_time->passIfNothingElseHappens();
    m_scheduler->advance(500ms);
    bool isOver = false;
    m_store->takeBackSource(std::make_shared<std::optional<SourceId>>(), {}, this,
                            [&isOver](const Result<void> &) { isOver = true; });
    QTRY_VERIFY(isOver);
    QVERIFY(!m_hasPassed);
}

TRAILGLASS_TEST(VirtualTimeTest)
#include "tst_virtualtime.moc"

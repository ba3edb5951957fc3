// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/gzip.h"
#include "tests/support/paradimeserver.h"
#include "tests/sync/syncharness.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr std::string_view Now = "2026-11-20T12:00:00Z";

/// Few enough for one batch, were it not for their bytes: 12.5 MiB.
constexpr int Events = 200;
constexpr qsizetype EventBytes = 64 * 1024;

QList<VendorEvent> largeEvents()
{
    QList<VendorEvent> events;
    for (int number = 0; number < Events; ++number) {
        VendorEvent event;
        event.id = QByteArray::number(number);
        event.created = parseTime("2026-11-19T09:15:00.123Z").value();
        event.raw = R"({"id":")" + event.id + R"(","createdDttm":"2026-11-19 09:15:00.123","note":")"
            + QByteArray(EventBytes, 'n') + R"("})";
        events.append(event);
    }
    return events;
}

enum class Form
{
    Plain,
    Chunked,
    Gzip
};

/// Half of the response, on the wire in this form.
Fault half(Form form, Ending ending)
{
    return Fault::altered([form, ending](Response response) {
        if (form == Form::Chunked)
            response.framing = Framing::Chunked;
        if (form == Form::Gzip) {
            response.body = gzip(response.body);
            response.headers.append(Header{"Content-Encoding", "gzip"});
        }
        response.ending = ending;
        response.bytesBeforeEnding = response.body.size() / 2;
        return response;
    });
}

} // namespace

/// One response with all events, far larger than a batch.
class LargeResponsesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areStoredWhileTheyCome_data() { addForms(); }
    void areStoredWhileTheyCome();
    void thatBreakOffLoseNothing_data() { addForms(); }
    void thatBreakOffLoseNothing();

private:
    static void addForms();
    [[nodiscard]] SyncReport sync() { return m_harness->run(m_harness->job(u"work"_s, *m_server)); }
    [[nodiscard]] qsizetype storedEvents() { return m_harness->stored(u"work"_s).size(); }
    void verifyNothingIsClaimed();
    void verifyTheNextSyncCompletes(qsizetype stored);

    std::unique_ptr<ParadimeServer> m_server;
    std::unique_ptr<SyncHarness> m_harness;
};

void LargeResponsesTest::addForms()
{
    QTest::addColumn<Form>("form");
    QTest::newRow("plain") << Form::Plain;
    QTest::newRow("chunked") << Form::Chunked;
    QTest::newRow("gzip") << Form::Gzip;
}

void LargeResponsesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_harness = std::make_unique<SyncHarness>(Now);
    m_server = std::make_unique<ParadimeServer>();
    QVERIFY(m_server->listen());
    m_server->setEvents(largeEvents());
    m_harness->addSource(u"work"_s, u"paradime"_s, m_server->settings());
}

void LargeResponsesTest::verifyNothingIsClaimed()
{
    const SourceState state = m_harness->state(u"work"_s);
    QVERIFY(state.checkpoint.isEmpty());
    QVERIFY(!state.lastSuccess.has_value());
    const auto reader = m_harness->reader();
    QVERIFY(reader->coverage(reader->source(u"work"_s)->id)->empty());
}

void LargeResponsesTest::verifyTheNextSyncCompletes(qsizetype stored)
{
    const SyncReport report = sync();
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.added, Events - stored);
    QCOMPARE(report.counts.duplicate, stored);
    QVERIFY(m_harness->stored(u"work"_s) == SyncHarness::served(*m_server));
}

void LargeResponsesTest::areStoredWhileTheyCome()
{
    QFETCH(const Form, form);
    m_server->faults().once(half(form, Ending::Hang));
    m_harness->onTick = [this](const QString &) {
        if (storedEvents() > 0)
            m_harness->engine().cancel();
    };
    QCOMPARE(sync().status, SyncReport::Status::Cancelled);
    m_harness->onTick = {};
    const qsizetype stored = storedEvents();
    QCOMPARE_GT(stored, 0);
    QCOMPARE_LT(stored, Events);
    verifyNothingIsClaimed();
    verifyTheNextSyncCompletes(stored);
}

void LargeResponsesTest::thatBreakOffLoseNothing()
{
    QFETCH(const Form, form);
    m_server->faults().every(1, half(form, Ending::Drop));
    const SyncReport report = sync();
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Network);
    m_server->faults().clear();
    const qsizetype stored = storedEvents();
    QCOMPARE_GT(stored, 0);
    QCOMPARE_LT(stored, Events);
    verifyNothingIsClaimed();
    verifyTheNextSyncCompletes(stored);
}

TRAILGLASS_TEST(LargeResponsesTest)
#include "tst_largeresponses.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/workspace/detailservice.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/vendorworkspace.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

using From = DetailService::From;
using Known = std::shared_ptr<const KnownDetail>;
using Kind = SecretReference::Kind;

namespace {

constexpr int Patience = 60'000;
constexpr const char *Variable = "TRAILGLASS_TEST_DETAIL_KEY";

} // namespace

/// What vendors have beside single events: fetched over the network once, then out of the workspace.
class DetailServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fetchesOnceAndKeepsIt_data();
    void fetchesOnceAndKeepsIt();
    void fetchesAgainWhenAsked();
    void asksAnotherAccountAgain();
    void reportsWhatFailsAndKeepsWhatItHad_data();
    void reportsWhatFailsAndKeepsWhatItHad();
    void saysNothingOnceCancelled_data();
    void saysNothingOnceCancelled();
    void respondsToTheNewestRequestOnly();
    void endsWhileItRuns();
    void asksBeforeAReferenceIsRead();
    void sendsTheKeyNowhereElse();
    void showsWhatCannotBeKept();
    void dropsWhatItKeptWithTheSource_data();
    void dropsWhatItKeptWithTheSource();
    void doesNotKeepWhatComesAfterTheSourceIsGone();
    void saysWhatItIsNotAbout();

private:
    /// An event of the source as a sync would store it.
    [[nodiscard]] EventRecord storedEvent(Vendor vendor);
    [[nodiscard]] FakeHttpServer &http(Vendor vendor) { return m_world->servers.server(vendor).http(); }
    /// Requests and waits for whatever comes of it.
    void request(const EventRecord &event, From from);
    void remove(const QString &source, bool withEvents);
    [[nodiscard]] QString cacheFile() const
    {
        return m_world->folder.filePath(u"trailglass.sqlite.details"_s);
    }

    std::unique_ptr<VendorWorkspace> m_world;
    std::unique_ptr<DetailService> m_service;
    std::optional<Known> m_found;
    std::optional<Error> m_error;
    QList<ReferenceUse> m_unapproved;
    int m_signals = 0; ///< of any kind
};

void DetailServiceTest::init()
{
    failOnWarnings();
    m_signals = 0;
    m_world = std::make_unique<VendorWorkspace>();
    QVERIFY(m_world->servers.listen());
    m_service = std::make_unique<DetailService>(m_world->folder.path(), m_world->places(), m_world->clock);
    connect(m_service.get(), &DetailService::found, this, [this](const Known &known) {
        m_found = known;
        ++m_signals;
    });
    connect(m_service.get(), &DetailService::failed, this, [this](const Error &error) {
        m_error = error;
        ++m_signals;
    });
    connect(m_service.get(), &DetailService::nothingKept, this, [this] { ++m_signals; });
    connect(m_service.get(), &DetailService::approvalRequired, this, [this](const QList<ReferenceUse> &uses) {
        m_unapproved = uses;
        ++m_signals;
    });
}

void DetailServiceTest::cleanup()
{
    m_service.reset();
    m_world.reset();
    qunsetenv(Variable);
}

EventRecord DetailServiceTest::storedEvent(Vendor vendor)
{
    EventRecord record;
    record.vendor = vendor;
    record.source = "my " + std::string(name(vendor));
    for (const VendorEvent &each : m_world->servers.server(vendor).events()) {
        const QJsonObject fields = QJsonDocument::fromJson(each.raw).object();
        record.event.id = each.id.toStdString();
        record.event.target.id = toUtf8(fields[u"resource_id"].toString());
        const bool isVersioned = !fields[u"version_history_id"].toString().isEmpty();
        if (DetailService::isAvailable(record) && (vendor == Vendor::Nected || isVersioned))
            return record;
    }
    qFatal("There is no such event.");
}

void DetailServiceTest::request(const EventRecord &event, From from)
{
    m_found.reset();
    m_error.reset();
    m_unapproved.clear();
    m_signals = 0;
    m_service->request(event, from);
    QCOMPARE(m_signals, 0); // never before it returns
    QTRY_COMPARE_WITH_TIMEOUT(m_signals, 1, Patience);
}

void DetailServiceTest::remove(const QString &source, bool withEvents)
{
    std::optional<Result<QStringList>> removed;
    m_world->service->remove(m_world->source(source).id, withEvents,
                             [&removed](const Result<QStringList> &done) { removed = done; });
    QTRY_VERIFY_WITH_TIMEOUT(removed, Patience);
    VERIFY_RESULT(*removed);
    QVERIFY(removed->value().isEmpty());
}

void DetailServiceTest::fetchesOnceAndKeepsIt_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<bool>("isSlow");
    QTest::newRow("secoda") << Vendor::Secoda << false;
    QTest::newRow("secoda, slowly") << Vendor::Secoda << true;
    QTest::newRow("nected") << Vendor::Nected << false;
}

void DetailServiceTest::fetchesOnceAndKeepsIt()
{
    QFETCH(Vendor, vendor);
    QFETCH(bool, isSlow);
    VERIFY_RESULT(m_world->save(m_world->input(vendor)));
    if (isSlow)
        m_world->servers.server(vendor).faults().once({.kind = Fault::Kind::Slow});
    const EventRecord asked = storedEvent(vendor);
    request(asked, From::Workspace);
    QVERIFY(!m_found && !m_error);
    QVERIFY(http(vendor).requests().isEmpty());

    request(asked, From::WorkspaceFirst);
    QVERIFY(m_found);
    const KnownDetail fetched = **m_found;
    QVERIFY(!fetched.isKept);
    QCOMPARE(fetched.fetched.value, m_world->clock.now().value);
    const std::size_t count = fetched.detail.versions.size() + fetched.detail.entries.size();
    QVERIFY(count > 0);
    const auto requests = http(vendor).requests().size();
    QVERIFY(requests > 0);

    for (const From from : {From::Workspace, From::WorkspaceFirst}) {
        request(asked, from);
        QVERIFY(m_found && (*m_found)->isKept);
        QCOMPARE((*m_found)->fetched.value, fetched.fetched.value);
        QCOMPARE((*m_found)->detail.versions.size() + (*m_found)->detail.entries.size(), count);
        QCOMPARE((*m_found)->detail.isCut, fetched.detail.isCut);
    }
    QCOMPARE(http(vendor).requests().size(), requests);
    QVERIFY(m_world->servers.server(vendor).refusals().isEmpty());
}

void DetailServiceTest::fetchesAgainWhenAsked()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    request(storedEvent(Vendor::Secoda), From::Vendor);
    const auto requests = http(Vendor::Secoda).requests().size();
    request(storedEvent(Vendor::Secoda), From::Vendor);
    QVERIFY(m_found && !(*m_found)->isKept);
    QCOMPARE(http(Vendor::Secoda).requests().size(), 2 * requests);
}

void DetailServiceTest::asksAnotherAccountAgain()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Nected)));
    request(storedEvent(Vendor::Nected), From::WorkspaceFirst);
    SourceRecord record = m_world->source(u"my nected"_s);
    record.settings.insert(u"api_generation"_s, u"v1"_s);
    record.settings.insert(u"branch"_s, NectedServer::Branch);
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))->updateSource(record, {}));
    request(storedEvent(Vendor::Nected), From::Workspace);
    QVERIFY(!m_found);
}

void DetailServiceTest::reportsWhatFailsAndKeepsWhatItHad_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << Fault::httpStatus(401) << ErrorKind::Unauthorized;
    QTest::newRow("403") << Fault::httpStatus(403) << ErrorKind::Forbidden;
    QTest::newRow("404") << Fault::httpStatus(404) << ErrorKind::NotFound;
    QTest::newRow("500") << Fault::httpStatus(500) << ErrorKind::Server;
    QTest::newRow("log-in page") << Fault{.kind = Fault::Kind::Html} << ErrorKind::Malformed;
    QTest::newRow("reset") << Fault{.kind = Fault::Kind::Reset} << ErrorKind::Network;
    QTest::newRow("truncated") << Fault{.kind = Fault::Kind::Truncate} << ErrorKind::Network;
}

void DetailServiceTest::reportsWhatFailsAndKeepsWhatItHad()
{
    QFETCH(Fault, fault);
    QFETCH(ErrorKind, kind);
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    const EventRecord asked = storedEvent(Vendor::Secoda);
    // Every request: Qt itself repeats one whose connection was reset.
    m_world->servers.secoda().faults().every(1, fault);
    request(asked, From::WorkspaceFirst);
    QVERIFY(m_error);
    QCOMPARE(m_error->kind, kind);
    QVERIFY(!m_error->message.isEmpty());
    QVERIFY(!QFile::exists(cacheFile())); // a failure is not kept

    m_world->servers.secoda().faults().clear();
    request(asked, From::WorkspaceFirst);
    QVERIFY(m_found);
    m_world->servers.secoda().faults().every(1, fault);
    request(asked, From::Vendor);
    QVERIFY(m_error);
    request(asked, From::Workspace);
    QVERIFY(m_found);
}

void DetailServiceTest::saysNothingOnceCancelled_data()
{
    QTest::addColumn<bool>("isKeychainSilent");
    QTest::newRow("while the keychain is asking") << true;
    QTest::newRow("while the server is silent") << false;
}

void DetailServiceTest::saysNothingOnceCancelled()
{
    QFETCH(bool, isKeychainSilent);
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda, Kind::Keychain)));
    const EventRecord asked = storedEvent(Vendor::Secoda);
    const int before = m_world->keychain.asked;
    m_world->keychain.isSilent = isKeychainSilent;
    if (!isKeychainSilent)
        m_world->servers.secoda().faults().once({.kind = Fault::Kind::Hang});
    m_service->request(asked, From::Vendor);
    if (isKeychainSilent)
        QTRY_VERIFY(m_world->keychain.asked > before);
    else
        QTRY_VERIFY(!http(Vendor::Secoda).requests().isEmpty());
    m_service->cancel();
    m_world->keychain.speak();
    QCOMPARE(m_signals, 0);

    request(asked, From::Vendor); // only this one is heard of
    QVERIFY(m_found);
}

void DetailServiceTest::respondsToTheNewestRequestOnly()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Nected)));
    m_service->request(storedEvent(Vendor::Secoda), From::Vendor);
    m_service->request(storedEvent(Vendor::Secoda), From::Workspace);
    request(storedEvent(Vendor::Nected), From::Vendor);
    QVERIFY(m_found);
    QVERIFY((*m_found)->detail.entries.front().relation == DetailEntry::Relation::Itself);
}

void DetailServiceTest::endsWhileItRuns()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_world->servers.secoda().faults().once({.kind = Fault::Kind::Hang});
    m_service->request(storedEvent(Vendor::Secoda), From::Vendor);
    QTRY_VERIFY(!http(Vendor::Secoda).requests().isEmpty());
    QElapsedTimer timer;
    timer.start();
    m_service.reset();
    QVERIFY(timer.elapsed() < 5'000);
    QCOMPARE(m_signals, 0);
}

void DetailServiceTest::asksBeforeAReferenceIsRead()
{
    SourceRecord record; // as somebody else's program left it
    record.name = u"my secoda"_s;
    record.type = u"secoda"_s;
    record.settings = m_world->servers.secoda().settings();
    record.secrets = {{u"api_key"_s, {Kind::Environment, QLatin1StringView(Variable)}}};
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))->addSource(record));
    qputenv(Variable, m_world->servers.secoda().secrets().value(u"api_key"_s).toUtf8());
    const EventRecord asked = storedEvent(Vendor::Secoda);
    request(asked, From::WorkspaceFirst);
    QCOMPARE(m_unapproved.size(), 1);
    QVERIFY(http(Vendor::Secoda).requests().isEmpty());

    VERIFY_RESULT(m_world->approvals.approve(m_unapproved));
    request(asked, From::WorkspaceFirst);
    QVERIFY(m_found);
}

void DetailServiceTest::sendsTheKeyNowhereElse()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda, Kind::Keychain)));
    FakeHttpServer elsewhere;
    QVERIFY(elsewhere.listen());
    SourceRecord record = m_world->source(u"my secoda"_s);
    record.settings.insert(u"base_url"_s, elsewhere.url().toString());
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))->updateSource(record, {}));
    request(storedEvent(Vendor::Secoda), From::Vendor);
    QVERIFY(m_error);
    QCOMPARE(m_error->kind, ErrorKind::SecretDenied);
    QVERIFY(elsewhere.requests().isEmpty());
    QVERIFY(http(Vendor::Secoda).requests().isEmpty());
}

void DetailServiceTest::showsWhatCannotBeKept()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    QVERIFY(QDir().mkpath(cacheFile())); // in its way
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"details were not kept"_s));
    request(storedEvent(Vendor::Secoda), From::WorkspaceFirst);
    QVERIFY(m_found);
}

void DetailServiceTest::dropsWhatItKeptWithTheSource_data()
{
    QTest::addColumn<bool>("withEvents");
    QTest::newRow("removed") << false;
    QTest::newRow("purged") << true;
}

void DetailServiceTest::dropsWhatItKeptWithTheSource()
{
    QFETCH(bool, withEvents);
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Nected)));
    request(storedEvent(Vendor::Secoda), From::Vendor);
    request(storedEvent(Vendor::Nected), From::Vendor);
    remove(u"my secoda"_s, withEvents);
    request(storedEvent(Vendor::Nected), From::Workspace);
    QVERIFY(m_found);
    request(storedEvent(Vendor::Secoda), From::Workspace);
    QVERIFY(!m_found);
    QCOMPARE(m_error.has_value(), withEvents); // there is no such source any more
    request(storedEvent(Vendor::Secoda), From::WorkspaceFirst);
    QVERIFY(m_error);
    QCOMPARE(m_error->kind, ErrorKind::Usage);
}

void DetailServiceTest::doesNotKeepWhatComesAfterTheSourceIsGone()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    const EventRecord asked = storedEvent(Vendor::Secoda);
    bool isAsked = false;
    const SourceId id = m_world->source(u"my secoda"_s).id;
    // The source goes while the response is on its way.
    m_world->servers.secoda().http().setHandler([this, id, &isAsked](const Request &) {
        isAsked = true;
        (void)(*EventWriter::open(m_world->folder.path()))->removeSource(id, EventWriter::Purge::No);
        return Response::json(R"({"version_histories":[],"non_versioned_logs":[]})");
    });
    request(asked, From::Vendor);
    QVERIFY(isAsked && m_found);
    QVERIFY(!QFile::exists(cacheFile()));
}

void DetailServiceTest::saysWhatItIsNotAbout()
{
    EventRecord record;
    record.vendor = Vendor::Asana;
    record.event.id = "1";
    QVERIFY(!DetailService::isAvailable(record));
    record.vendor = Vendor::Secoda; // asks by the target
    QVERIFY(!DetailService::isAvailable(record));
    record.event.target.id = "resource";
    QVERIFY(DetailService::isAvailable(record));

    record.source = "nobody";
    request(record, From::WorkspaceFirst);
    QVERIFY(m_error);
}

TRAILGLASS_TEST(DetailServiceTest)
#include "tst_detailservice.moc"

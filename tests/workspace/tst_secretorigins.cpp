// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"
#include "models/workspace/secretlookup.h"
#include "models/workspace/syncrunner.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/vendorworkspace.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

using Kind = SecretReference::Kind;
using Uses = QList<ReferenceUse>;

namespace {

constexpr int Patience = 60'000;
constexpr const char *Variable = "TRAILGLASS_TEST_KEY";
const SecretReference InVariable{Kind::Environment, QLatin1StringView(Variable)};

} // namespace

/// Where credentials may go, whatever a workspace says: it may have been in other hands.
class SecretOriginsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsAKeyNowhereElseAfterTheWorkspaceWasInOtherHands_data();
    void sendsAKeyNowhereElseAfterTheWorkspaceWasInOtherHands();
    void asksForTheKeyWithANewAddress_data();
    void asksForTheKeyWithANewAddress();
    void putsBackTheKeyOfTheOldAddress();
    void sendsAKeyOfAnEarlierVersionToTheVendorOnly();
    void readsNothingForAStrangersWorkspace_data();
    void readsNothingForAStrangersWorkspace();
    void goesOnOnceItIsApproved();
    void holdsUpAllSourcesForOneThatIsNotApproved();
    void takesWhatTheFormSaysForApproved();
    void asksAgainWhenOnlyTheAddressIsNew();
    void testsWhatIsTypedWithoutAQuestion();
    void startsNothingWhileTheApprovalsAreDamaged();
    void savesTheSourceEvenWhereItCannotNoteTheApproval();

private:
    /// As another person with the workspace in his hands would.
    void pointElsewhere(const QString &source, const QString &url);
    void addAsStranger(const QString &name, const SecretReference &reference);
    [[nodiscard]] QString elsewhere() { return m_elsewhere->url().toString(); }
    [[nodiscard]] SourceInput stored(Kind kind);
    [[nodiscard]] ConnectionReport test(const SourceInput &input);
    [[nodiscard]] QList<SyncReport> run();
    [[nodiscard]] bool nothingWasSent();

    std::unique_ptr<VendorWorkspace> m_world;
    std::unique_ptr<FakeHttpServer> m_elsewhere;
    std::unique_ptr<SyncRunner> m_runner;
};

void SecretOriginsTest::init()
{
    failOnWarnings();
    m_world = std::make_unique<VendorWorkspace>();
    QVERIFY(m_world->servers.listen());
    m_elsewhere = std::make_unique<FakeHttpServer>();
    QVERIFY(m_elsewhere->listen());
    m_runner = std::make_unique<SyncRunner>(m_world->folder.path(), m_world->places(), m_world->clock);
    qputenv(Variable, m_world->servers.datafold().secrets().value(u"api_key"_s).toUtf8());
}

void SecretOriginsTest::cleanup()
{
    m_runner.reset();
    m_elsewhere.reset();
    m_world.reset();
    qunsetenv(Variable);
}

void SecretOriginsTest::pointElsewhere(const QString &source, const QString &url)
{
    SourceRecord record = m_world->source(source);
    record.settings.insert(u"base_url"_s, url);
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))->updateSource(record, {}));
}

void SecretOriginsTest::addAsStranger(const QString &name, const SecretReference &reference)
{
    SourceRecord record;
    record.name = name;
    record.type = u"datafold"_s;
    record.settings = m_world->servers.datafold().settings();
    record.secrets = {{u"api_key"_s, reference}};
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))->addSource(record));
}

/// What the form of the stored source says when nothing was typed.
SourceInput SecretOriginsTest::stored(Kind kind)
{
    const SourceRecord record = m_world->source(u"my datafold"_s);
    SourceInput input{.id = record.id,
                      .name = record.name,
                      .type = record.type,
                      .settings = record.settings,
                      .secrets = {}};
    input.secrets.insert(u"api_key"_s, {record.secrets.value(u"api_key"_s, {kind}), {}});
    return input;
}

ConnectionReport SecretOriginsTest::test(const SourceInput &input)
{
    std::optional<ConnectionReport> report;
    m_world->service->test(input, [&report](const ConnectionReport &done) { report = done; });
    [&report] {
        QTRY_VERIFY_WITH_TIMEOUT(report, Patience);
    }();
    return report.value_or(ConnectionReport());
}

QList<SyncReport> SecretOriginsTest::run()
{
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    m_runner->start();
    const bool came = QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, Patience);
    return came ? finished.first().first().value<QList<SyncReport>>() : QList<SyncReport>();
}

bool SecretOriginsTest::nothingWasSent()
{
    const auto isQuiet = [this](Vendor vendor) {
        return m_world->servers.server(vendor).http().requests().isEmpty();
    };
    return m_elsewhere->requests().isEmpty() && std::ranges::all_of(FakeVendors::Vendors, isQuiet);
}

void SecretOriginsTest::sendsAKeyNowhereElseAfterTheWorkspaceWasInOtherHands_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("keychain") << int(Kind::Keychain);
    QTest::newRow("session") << int(Kind::Session);
}

void SecretOriginsTest::sendsAKeyNowhereElseAfterTheWorkspaceWasInOtherHands()
{
    QFETCH(int, kind);
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Datafold, Kind(kind))));
    const QString home = m_world->source(u"my datafold"_s).settings.value(u"base_url"_s);
    pointElsewhere(u"my datafold"_s, elsewhere());

    const auto reports = run();
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.first().error->kind, ErrorKind::SecretDenied);
    for (const QString &url : {home, elsewhere()})
        QVERIFY2(reports.first().error->message.contains(url), qPrintable(reports.first().error->message));
    QCOMPARE(test(stored(Kind(kind))).error->kind, ErrorKind::SecretDenied);
    QVERIFY(nothingWasSent());

    pointElsewhere(u"my datafold"_s, home); // as it was
    QCOMPARE(run().value(0).status, SyncReport::Status::Ok);
    QVERIFY(m_elsewhere->requests().isEmpty());
}

void SecretOriginsTest::asksForTheKeyWithANewAddress_data()
{
    sendsAKeyNowhereElseAfterTheWorkspaceWasInOtherHands_data();
}

void SecretOriginsTest::asksForTheKeyWithANewAddress()
{
    QFETCH(int, kind);
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Datafold, Kind(kind))));
    SourceInput moved = stored(Kind(kind));
    moved.settings.insert(u"base_url"_s, elsewhere());

    const auto refused = m_world->save(moved);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QCOMPARE(test(moved).error->kind, ErrorKind::Usage);
    QVERIFY(nothingWasSent());

    moved.secrets[u"api_key"_s].value = *Secret::fromText("another");
    VERIFY_RESULT(m_world->save(moved));
    QVERIFY(run().value(0).error); // there is no such vendor
    QVERIFY(!m_elsewhere->requests().isEmpty());
    QCOMPARE(m_elsewhere->requests().first().header("authorization"), QByteArray("Key another"));

    SourceInput deeper = stored(Kind(kind));
    deeper.settings.insert(u"base_url"_s, elsewhere() + u"/below"_s); // the same place
    VERIFY_RESULT(m_world->save(deeper));
}

void SecretOriginsTest::putsBackTheKeyOfTheOldAddress()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Datafold, Kind::Keychain)));
    const auto kept = m_world->keychain.secrets;
    SourceInput moved = stored(Kind::Keychain);
    moved.settings.insert(u"base_url"_s, elsewhere());
    moved.secrets[u"api_key"_s].value = *Secret::fromText("another");
    // Another program removes the source with its events while the keychain is asking.
    m_world->keychain.isSilent = true;
    const int asked = m_world->keychain.asked;
    std::optional<Result<QStringList>> saved;
    m_world->service->save(moved, [&saved](const Result<QStringList> &done) { saved = done; });
    QTRY_VERIFY(m_world->keychain.asked > asked);
    VERIFY_RESULT(
        (*EventWriter::open(m_world->folder.path()))->removeSource(*moved.id, EventWriter::Purge::Yes));
    m_world->keychain.speak();
    QTRY_VERIFY(saved);
    QVERIFY(!*saved);
    QCOMPARE(m_world->keychain.secrets, kept); // with what it was entered for
}

void SecretOriginsTest::sendsAKeyOfAnEarlierVersionToTheVendorOnly()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Datafold, Kind::Keychain)));
    for (FiledSecret &secret : m_world->keychain.secrets)
        secret.origin = {};
    QCOMPARE(run().value(0).error->kind, ErrorKind::SecretDenied);
    QVERIFY(nothingWasSent());

    const SourceRecord record = m_world->source(u"my datafold"_s);
    const auto identity = *m_world->reader()->identity();
    SourceRecord usual = record;
    usual.settings.clear();
    QVERIFY(SecretLookup::use(identity, usual)->isVendorsOwn);
    usual.settings.insert(u"base_url"_s, u"https://app.datafold.com:443/x"_s);
    QVERIFY(SecretLookup::use(identity, usual)->isVendorsOwn);
    usual.settings.insert(u"base_url"_s, u"https://app.datafold.com.evil.example"_s);
    QVERIFY(!SecretLookup::use(identity, usual)->isVendorsOwn);
    QVERIFY(!SecretLookup::use(identity, record)->isVendorsOwn);
}

void SecretOriginsTest::readsNothingForAStrangersWorkspace_data()
{
    QTest::addColumn<SecretReference>("reference");
    QTest::newRow("variable") << InVariable;
    QTest::newRow("file") << SecretReference{Kind::File, u"/nowhere/private"_s};
}

void SecretOriginsTest::readsNothingForAStrangersWorkspace()
{
    QFETCH(SecretReference, reference);
    addAsStranger(u"my datafold"_s, reference);
    QSignalSpy wanted(m_runner.get(), &SyncRunner::approvalRequired);
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    QSignalSpy failed(m_runner.get(), &SyncRunner::failed);
    m_runner->start();
    QTRY_COMPARE(wanted.size(), 1);
    const auto uses = wanted.first().first().value<Uses>();
    QCOMPARE(uses.size(), 1);
    QCOMPARE(uses.first().source, u"my datafold"_s);
    QCOMPARE(uses.first().reference, reference);
    QCOMPARE(uses.first().origin.text(), m_world->servers.datafold().settings().value(u"base_url"_s));
    QVERIFY(!m_runner->isRunning());
    QVERIFY(finished.isEmpty() && failed.isEmpty());
    // A question may stay open for long: the workspace is free meanwhile.
    VERIFY_RESULT(WorkspaceLock::acquire(WorkspacePaths::of(m_world->folder.path()), u"test"_s));

    QSignalSpy alsoWanted(m_world->service.get(), &SourceService::approvalRequired);
    QCOMPARE(test(stored(reference.kind)).error->kind, ErrorKind::SecretNotApproved);
    QCOMPARE(alsoWanted.size(), 1);
    QCOMPARE(alsoWanted.first().first().value<Uses>(), uses);
    QVERIFY(nothingWasSent());
}

void SecretOriginsTest::goesOnOnceItIsApproved()
{
    addAsStranger(u"my datafold"_s, InVariable);
    QSignalSpy wanted(m_runner.get(), &SyncRunner::approvalRequired);
    m_runner->start();
    QTRY_COMPARE(wanted.size(), 1);
    std::optional<Result<void>> approved;
    m_world->service->approve(wanted.first().first().value<Uses>(),
                              [&approved](const Result<void> &done) { approved = done; });
    QTRY_VERIFY(approved);
    VERIFY_RESULT(*approved);
    QCOMPARE(run().value(0).status, SyncReport::Status::Ok);
    QVERIFY(!test(stored(Kind::Environment)).error);

    pointElsewhere(u"my datafold"_s, elsewhere());
    m_runner->start();
    QTRY_COMPARE(wanted.size(), 2);
    QVERIFY(m_elsewhere->requests().isEmpty());
}

void SecretOriginsTest::holdsUpAllSourcesForOneThatIsNotApproved()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana, Kind::Keychain)));
    addAsStranger(u"one"_s, InVariable);
    addAsStranger(u"two"_s, {Kind::File, u"/nowhere/private"_s});
    QSignalSpy wanted(m_runner.get(), &SyncRunner::approvalRequired);
    m_runner->start();
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<Uses>().size(), 2);
    QVERIFY(nothingWasSent());
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    m_runner->start({.names = {u"my asana"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
}

void SecretOriginsTest::takesWhatTheFormSaysForApproved()
{
    SourceInput input = m_world->input(Vendor::Datafold);
    input.secrets = {{u"api_key"_s, {InVariable, {}}}};
    VERIFY_RESULT(m_world->save(input)); // new
    QCOMPARE(run().value(0).status, SyncReport::Status::Ok);

    QTemporaryFile file;
    QVERIFY(file.open() && file.write(qgetenv(Variable)) > 0);
    file.close();
    SourceInput changed = stored(Kind::Environment);
    changed.secrets = {{u"api_key"_s, {{Kind::File, file.fileName()}, {}}}};
    VERIFY_RESULT(m_world->save(changed)); // another reference
    QCOMPARE(run().value(0).status, SyncReport::Status::Ok);
}

void SecretOriginsTest::asksAgainWhenOnlyTheAddressIsNew()
{
    SourceInput input = m_world->input(Vendor::Datafold);
    input.secrets = {{u"api_key"_s, {InVariable, {}}}};
    VERIFY_RESULT(m_world->save(input));
    SourceInput moved = stored(Kind::Environment);
    moved.settings.insert(u"base_url"_s, elsewhere());
    VERIFY_RESULT(m_world->save(moved));
    QSignalSpy wanted(m_runner.get(), &SyncRunner::approvalRequired);
    m_runner->start();
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(nothingWasSent());
}

void SecretOriginsTest::testsWhatIsTypedWithoutAQuestion()
{
    SourceInput typed = m_world->input(Vendor::Datafold);
    typed.secrets = {{u"api_key"_s, {InVariable, {}}}};
    QSignalSpy wanted(m_world->service.get(), &SourceService::approvalRequired);
    QVERIFY(!test(typed).error);
    QVERIFY(wanted.isEmpty());
    QVERIFY(!QFile::exists(m_world->home.filePath(u"approvals.json"_s))); // keeps nothing
}

void SecretOriginsTest::startsNothingWhileTheApprovalsAreDamaged()
{
    SourceInput input = m_world->input(Vendor::Datafold);
    input.secrets = {{u"api_key"_s, {InVariable, {}}}};
    VERIFY_RESULT(m_world->save(input));
    QFile file(m_world->home.filePath(u"approvals.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("[") == 1);
    file.close();
    QSignalSpy failed(m_runner.get(), &SyncRunner::failed);
    m_runner->start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Storage);
    QCOMPARE(test(stored(Kind::Environment)).error->kind, ErrorKind::Storage);
    QVERIFY(nothingWasSent());
}

void SecretOriginsTest::savesTheSourceEvenWhereItCannotNoteTheApproval()
{
    QVERIFY(QDir().mkpath(m_world->home.filePath(u"approvals.json"_s))); // in its way
    SourceInput input = m_world->input(Vendor::Datafold);
    input.secrets = {{u"api_key"_s, {InVariable, {}}}};
    const auto warnings = m_world->save(input);
    VERIFY_RESULT(warnings);
    QCOMPARE(warnings->size(), 1);
    QVERIFY2(warnings->first().contains("approvals.json"_L1), qPrintable(warnings->first()));
    QVERIFY(!m_world->source(u"my datafold"_s).removed);
}

TRAILGLASS_TEST(SecretOriginsTest)
#include "tst_secretorigins.moc"

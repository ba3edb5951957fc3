// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archiveconnector.h"

#include "models/workspace/archivekeys.h"
#include "tests/archive/fakearchive.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/secretstores.h"
#include "tests/workspace/workspacetesting.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>
#include <optional>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray KeyHeader = "X-ClickHouse-Key";
constexpr const char *KeyVariable = "TRAILGLASS_TEST_ARCHIVE_KEY";

SecretReference variable()
{
    return {SecretReference::Kind::Environment, QString::fromLatin1(KeyVariable)};
}

Secret secret(const QByteArray &text)
{
    return Secret::fromText(text).value();
}

} // namespace

/// Which key goes to which server, and what becomes of it. That an archive opens is shown by window.archive, with a real
/// server.
class ArchiveConnectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsTheKeyFromItsPlace_data();
    void sendsTheKeyFromItsPlace();
    void theKeyOfTheKeychainGoesToItsAddressAlone();
    void aKeyThatTheServerRefusesIsNotKept();
    void sendsNothingWithoutAKeyThatIsNamed();
    void nothingFollowsACancel();
    void onlyTheLastCallEnds();

private:
    /// Why the archive is not opened.
    [[nodiscard]] Error failureOf(const ArchivePlace &place, const ArchiveKeyInput &key)
    {
        QSignalSpy failed(m_connector.get(), &ArchiveConnector::failed);
        m_connector->open(place, key);
        return failed.wait() ? failed.constFirst().constFirst().value<Error>()
                             : Error{ErrorKind::Internal, u"nothing came"_s};
    }
    void keepInKeychain(const ArchivePlace &place, const Secret &key)
    {
        std::optional<Result<void>> kept;
        ArchiveKeys(*m_keychain).write(place, key, [&kept](const Result<void> &done) { kept = done; });
        QTRY_VERIFY(kept);
        VERIFY_RESULT(*kept);
    }

    std::unique_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<FakeArchive> m_archive; ///< without tables
    std::unique_ptr<ArchiveConnector> m_connector;
};

void ArchiveConnectorTest::init()
{
    failOnWarnings();
    m_keychain = std::make_unique<FakeKeychain>();
    m_archive = std::make_unique<FakeArchive>();
    QVERIFY(m_archive->listen());
    m_connector = std::make_unique<ArchiveConnector>(*m_keychain);
}

void ArchiveConnectorTest::cleanup()
{
    m_connector.reset();
    qunsetenv(KeyVariable);
}

void ArchiveConnectorTest::sendsTheKeyFromItsPlace_data()
{
    using Kind = SecretReference::Kind;
    QTest::addColumn<ArchiveKeyInput>("input");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("keychain, not named") << ArchiveKeyInput{} << QByteArray("of-the-keychain");
    QTest::newRow("keychain") << ArchiveKeyInput{SecretReference{}, {}} << QByteArray("of-the-keychain");
    QTest::newRow("variable") << ArchiveKeyInput{variable(), {}} << QByteArray("of-the-variable");
    QTest::newRow("typed, for the keychain")
        << ArchiveKeyInput{SecretReference{}, secret("typed")} << QByteArray("typed");
    QTest::newRow("typed, for this session")
        << ArchiveKeyInput{SecretReference{Kind::Session}, secret("typed")} << QByteArray("typed");
}

void ArchiveConnectorTest::sendsTheKeyFromItsPlace()
{
    QFETCH(const ArchiveKeyInput, input);
    QFETCH(const QByteArray, sent);
    qputenv(KeyVariable, "of-the-variable");
    keepInKeychain(m_archive->place(), secret("of-the-keychain"));

    QCOMPARE(failureOf(m_archive->place(), input).kind, ErrorKind::NotFound); // it is no archive

    QCOMPARE(m_archive->firstRequest().header("X-ClickHouse-User"), "ann");
    QCOMPARE(m_archive->firstRequest().header(KeyHeader), sent);
}

void ArchiveConnectorTest::theKeyOfTheKeychainGoesToItsAddressAlone()
{
    FakeArchive other;
    QVERIFY(other.listen());
    keepInKeychain(m_archive->place(), secret("of-the-keychain"));

    QCOMPARE(failureOf(other.place(), {}).kind, ErrorKind::NotFound);

    QCOMPARE(other.firstRequest().header("X-ClickHouse-User"), "ann");
    QVERIFY(other.firstRequest().header(KeyHeader).isNull());
}

void ArchiveConnectorTest::aKeyThatTheServerRefusesIsNotKept()
{
    m_archive->setHandler([](const Support::Request &) {
        return FakeArchive::refusal(403, "Code: 516. DB::Exception: wrong-4711 is not the password of ann");
    });

    const Error error = failureOf(m_archive->place(), {SecretReference{}, secret("wrong-4711")});

    QCOMPARE(error.kind, ErrorKind::Unauthorized);
    QVERIFY(!error.message.contains(u"4711"_s));
    QVERIFY(m_keychain->secrets.isEmpty());
}

void ArchiveConnectorTest::sendsNothingWithoutAKeyThatIsNamed()
{
    QCOMPARE(failureOf(m_archive->place(), {variable(), {}}).kind, ErrorKind::SecretUnavailable);
    QCOMPARE(failureOf(m_archive->place(), {SecretReference{}, {}}).kind, ErrorKind::NotFound); // no such key

    QCOMPARE(m_archive->server().requests().size(), 0);
}

void ArchiveConnectorTest::nothingFollowsACancel()
{
    QSignalSpy failed(m_connector.get(), &ArchiveConnector::failed);
    QSignalSpy opened(m_connector.get(), &ArchiveConnector::opened);
    m_keychain->isSilent = true;
    m_connector->open(m_archive->place(), {});
    m_connector->cancel();
    m_keychain->speak();
    Support::Response never = FakeArchive::result({});
    never.ending = Support::Ending::Hang;
    m_archive->setHandler([never](const Support::Request &) { return never; });
    m_connector->open(m_archive->place(), {{}, secret("typed")});
    QTRY_COMPARE(m_archive->requests().size(), 1); // on its way
    m_connector->cancel();

    m_archive->setHandler({});
    QCOMPARE(failureOf(m_archive->place(), {}).kind, ErrorKind::NotFound); // after all that was on its way
    QCOMPARE(failed.size(), 1);
    QCOMPARE(opened.size(), 0);
}

void ArchiveConnectorTest::onlyTheLastCallEnds()
{
    FakeArchive other;
    QVERIFY(other.listen());
    QSignalSpy failed(m_connector.get(), &ArchiveConnector::failed);
    m_connector->open(other.place(), {{}, secret("one")});

    const Error error = failureOf(m_archive->place(), {{}, secret("two")});

    QVERIFY2(error.message.contains(m_archive->place().server()), qPrintable(error.message));
    QCOMPARE(failed.size(), 1);
}

TRAILGLASS_TEST(ArchiveConnectorTest)
#include "tst_archiveconnector.moc"

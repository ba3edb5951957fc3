// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archivekeys.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/secretstores.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ArchiveKeyName = "TRAILGLASS_TEST_KEY_OF_ARCHIVE";

ArchivePlace archivePlace(const QString &url)
{
    return ArchivePlace::parse(url).value();
}

} // namespace

class ArchiveKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aKeyIsThatOfAUserAtAServer();
    void aKeyIsSentToNoOtherAddress();
    void withoutAKeyTheUserHasNone_data();
    void withoutAKeyTheUserHasNone();
    void whatTheKeychainRefusesIsAnError();
    void aVariableIsReadWithoutTheKeychain();

private:
    [[nodiscard]] Result<Secret> read(const ArchivePlace &place,
                                      const std::optional<SecretReference> &reference = {});
    void write(const ArchivePlace &place);

    const ArchivePlace m_place = archivePlace(u"https://ann@archive.example.com/events"_s);
    const Secret m_key = Secret::fromText("k3y").value();
    std::unique_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<ArchiveKeys> m_keys;
};

void ArchiveKeysTest::init()
{
    m_keychain = std::make_unique<FakeKeychain>();
    m_keys = std::make_unique<ArchiveKeys>(*m_keychain);
}

Result<Secret> ArchiveKeysTest::read(const ArchivePlace &place,
                                     const std::optional<SecretReference> &reference)
{
    std::optional<Result<Secret>> key;
    m_keys->read(place, reference, [&key](const Result<Secret> &found) { key = found; });
    const bool came = QTest::qWaitFor([&key] { return key.has_value(); });
    return came ? *key : Result<Secret>(Error{ErrorKind::Internal, u"nothing came"_s});
}

void ArchiveKeysTest::write(const ArchivePlace &place)
{
    bool isWritten = false;
    m_keys->write(place, m_key,
                  [&isWritten](const Result<void> &written) { isWritten = written.hasValue(); });
    QTRY_VERIFY(isWritten);
}

void ArchiveKeysTest::aKeyIsThatOfAUserAtAServer()
{
    write(m_place);
    QCOMPARE(read(m_place).value(), m_key);
    QCOMPARE(read(archivePlace(u"https://ann@archive.example.com/other"_s)).value(), m_key);
    QVERIFY(read(archivePlace(u"https://bob@archive.example.com/events"_s))->isEmpty());
    QVERIFY(read(archivePlace(u"https://ann@archive.example.com:9443/events"_s))->isEmpty());
    bool isRemoved = false;
    m_keys->remove(m_place, [&isRemoved](const Result<void> &removed) { isRemoved = removed.hasValue(); });
    QTRY_VERIFY(isRemoved);
    QVERIFY(read(m_place)->isEmpty());
}

/// Whatever the entry is named.
void ArchiveKeysTest::aKeyIsSentToNoOtherAddress()
{
    write(m_place);
    QCOMPARE(m_keychain->secrets.size(), 1);
    m_keychain->secrets.first().origin = Origin::of(QUrl(u"https://elsewhere.example.com"_s));
    const Result<Secret> key = read(m_place);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::SecretDenied);
    QVERIFY2(key.error().message.contains(u"archive.example.com"_s), qPrintable(key.error().message));
}

void ArchiveKeysTest::withoutAKeyTheUserHasNone_data()
{
    QTest::addColumn<bool>("isThereAKeychain");
    QTest::newRow("no entry") << true;
    QTest::newRow("no keychain") << false;
}

void ArchiveKeysTest::withoutAKeyTheUserHasNone()
{
    QFETCH(const bool, isThereAKeychain);
    const ErrorKind kind = isThereAKeychain ? ErrorKind::NotFound : ErrorKind::SecretUnavailable;
    if (!isThereAKeychain)
        m_keychain->refuses = Error{ErrorKind::SecretUnavailable, u"no keychain"_s};
    QVERIFY(read(m_place)->isEmpty());
    const Result<Secret> required = read(m_place, SecretReference{}); // `keychain`
    QVERIFY(!required);
    QCOMPARE(required.error().kind, kind);
}

void ArchiveKeysTest::whatTheKeychainRefusesIsAnError()
{
    m_keychain->refuses = Error{ErrorKind::SecretDenied, u"locked"_s};
    const Result<Secret> key = read(m_place);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::SecretDenied);
}

void ArchiveKeysTest::aVariableIsReadWithoutTheKeychain()
{
    const SecretReference variable{SecretReference::Kind::Environment, QString::fromLatin1(ArchiveKeyName)};
    qputenv(ArchiveKeyName, "fr0m");
    QCOMPARE(read(m_place, variable).value(), Secret::fromText("fr0m").value());
    qunsetenv(ArchiveKeyName);
    QCOMPARE(read(m_place, variable).error().kind, ErrorKind::SecretUnavailable);
    QCOMPARE(m_keychain->asked, 0);
}

TRAILGLASS_TEST(ArchiveKeysTest)
#include "tst_archivekeys.moc"

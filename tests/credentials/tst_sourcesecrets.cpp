// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/sessionsecretstore.h"
#include "models/credentials/sourcesecrets.h"
#include "tests/credentials/awaited.h"
#include "tests/credentials/filedsecrets.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

using Kind = SecretReference::Kind;
using References = SourceSecrets::References;
using Values = SourceSecrets::Values;
using Filed = SourceSecrets::Filed;

constexpr const char *Variable = "TRAILGLASS_TEST_TOKEN";
const SecretReference InVariable{Kind::Environment, QLatin1StringView(Variable)};

/// Where the credentials of an account go, unless a test says otherwise.
SecretUse useOf(const QString &account, const char *url = "https://api.example.com")
{
    return {.workspace = u"w"_s,
            .account = account,
            .source = u"work"_s,
            .type = u"asana"_s,
            .origin = originOf(url),
            .isVendorsOwn = false};
}

/// A keychain that refuses one key.
class RefusingStore final : public QObject, public SecretStore
{
public:
    explicit RefusingStore(const QString &refused)
        : m_refused(refused)
    {
    }

    void read(const QString &key, Read done) override
    {
        asked << key;
        later([this, key, done] { done(key == m_refused ? Result<FiledSecret>(denied()) : filed("value")); });
    }
    void write(const QString &key, const FiledSecret &, Done done) override { change(key, done); }
    void remove(const QString &key, Done done) override { change(key, done); }

    QStringList asked;

private:
    static Error denied() { return {ErrorKind::SecretDenied, u"Locked."_s}; }
    void change(const QString &key, const Done &done)
    {
        asked << key;
        later([this, key, done] { done(key == m_refused ? Result<void>(denied()) : Result<void>()); });
    }
    template <class Call>
    void later(Call call)
    {
        QMetaObject::invokeMethod(this, call, Qt::QueuedConnection);
    }

    QString m_refused;
};

/// A keychain whose replies the test gives.
class HoldingStore final : public SecretStore
{
public:
    void read(const QString &, Read done) override { held = std::move(done); }
    void write(const QString &, const FiledSecret &, Done) override { }
    void remove(const QString &, Done) override { }

    Read held;
};

} // namespace

class SourceSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEveryPlace();
    void readsNothingForNoReferences();
    void namesTheSecretThatIsMissing_data();
    void namesTheSecretThatIsMissing();
    void stopsReadingAtTheFirstError();
    void writesOnlyToStores();
    void refusesToWriteAVariableOrAFile_data();
    void refusesToWriteAVariableOrAFile();
    void tellsAFailedWrite();
    void keepsAccountsApart();
    void removesEverySecretInAStore();
    void removesTheOthersWhenOneFails();
    void knowsWhatAChangeLeavesBehind_data();
    void knowsWhatAChangeLeavesBehind();
    void givesASecretOutForItsOwnOriginOnly_data();
    void givesASecretOutForItsOwnOriginOnly();
    void givesASecretWithoutAnOriginToTheVendorOnly();
    void readsNoVariableOrFileThatIsNotApproved_data();
    void readsNoVariableOrFileThatIsNotApproved();
    void needsNoApprovalForWhatIsTypedNow();
    void readsNothingWhileTheApprovalsAreDamaged();
    void readsWhatIsFiledWithoutAnyUse();
    void callsBackOnceAndNeverBeforeTheCallReturns();
    void dropsCallbacksWhenDestroyed();

private:
    void approve(const References &references, const SecretUse &use = useOf(u"w/1"_s));
    Result<Values> read(const QString &account, const References &references);
    Result<void> write(const QString &account, const References &references, const Filed &values);
    Result<void> remove(const QString &account, const References &references);

    std::optional<SessionSecretStore> m_keychain;
    std::optional<SessionSecretStore> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ReferenceApprovals> m_approvals;
    std::optional<SourceSecrets> m_secrets;
};

void SourceSecretsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    qunsetenv(Variable);
    m_secrets.reset();
    m_keychain.emplace();
    m_session.emplace();
    m_folder = std::make_unique<QTemporaryDir>();
    m_approvals.emplace(m_folder->filePath(u"approvals.json"_s));
    m_secrets.emplace(SecretPlaces{*m_keychain, *m_session, *m_approvals});
}

void SourceSecretsTest::approve(const References &references, const SecretUse &use)
{
    QVERIFY(m_approvals->approve(ReferenceApprovals::usesOf(use, references)));
}

Result<Values> SourceSecretsTest::read(const QString &account, const References &references)
{
    Awaited<Values> result;
    m_secrets->read(useOf(account), references, result.callback());
    return result.wait();
}

Result<void> SourceSecretsTest::write(const QString &account, const References &references,
                                      const Filed &values)
{
    Awaited<void> result;
    m_secrets->write(account, references, values, result.callback());
    return result.wait();
}

Result<void> SourceSecretsTest::remove(const QString &account, const References &references)
{
    Awaited<void> result;
    m_secrets->remove(account, references, result.callback());
    return result.wait();
}

void SourceSecretsTest::readsEveryPlace()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("from the file\n");
    file.close();
    qputenv(Variable, "from the variable");
    const References references{{u"a"_s, {Kind::Keychain}},
                                {u"b"_s, {Kind::Session}},
                                {u"c"_s, InVariable},
                                {u"d"_s, {Kind::File, file.fileName()}}};
    const Filed stored{{u"a"_s, filed("from the keychain")}, {u"b"_s, filed("from the session")}};
    QVERIFY(write(u"w/1"_s, references, stored).hasValue());
    approve(references);

    const Result<Values> values = read(u"w/1"_s, references);
    QVERIFY(values.hasValue());
    QCOMPARE(values->size(), 4);
    QCOMPARE(values->value(u"a"_s).reveal(), QByteArray("from the keychain"));
    QCOMPARE(values->value(u"b"_s).reveal(), QByteArray("from the session"));
    QCOMPARE(values->value(u"c"_s).reveal(), QByteArray("from the variable"));
    QCOMPARE(values->value(u"d"_s).reveal(), QByteArray("from the file"));

    Awaited<FiledSecret> inKeychain;
    m_keychain->read(u"w/1/a"_s, inKeychain.callback());
    QCOMPARE(inKeychain.wait().value(), filed("from the keychain"));
}

void SourceSecretsTest::readsNothingForNoReferences()
{
    QVERIFY(read(u"w/1"_s, {}).value().isEmpty());
}

void SourceSecretsTest::namesTheSecretThatIsMissing_data()
{
    QTest::addColumn<SecretReference>("reference");
    QTest::addColumn<ErrorKind>("kind");

    QTest::newRow("keychain") << SecretReference{Kind::Keychain} << ErrorKind::NotFound;
    QTest::newRow("session") << SecretReference{Kind::Session} << ErrorKind::NotFound;
    QTest::newRow("variable") << InVariable << ErrorKind::SecretUnavailable;
    QTest::newRow("file") << SecretReference{Kind::File, u"/nowhere/token"_s} << ErrorKind::SecretUnavailable;
}

void SourceSecretsTest::namesTheSecretThatIsMissing()
{
    QFETCH(SecretReference, reference);
    QFETCH(ErrorKind, kind);
    approve({{u"api_key"_s, reference}});

    const Result<Values> values = read(u"w/1"_s, {{u"api_key"_s, reference}});
    QVERIFY(!values.hasValue());
    QCOMPARE(values.error().kind, kind);
    QVERIFY2(values.error().message.startsWith(u"api_key: "), qPrintable(values.error().message));
}

void SourceSecretsTest::stopsReadingAtTheFirstError()
{
    RefusingStore keychain(u"w/1/b"_s);
    SourceSecrets secrets({keychain, *m_session, *m_approvals});
    Awaited<Values> result;
    secrets.read(useOf(u"w/1"_s), {{u"a"_s, {}}, {u"b"_s, {}}, {u"c"_s, {}}}, result.callback());
    QCOMPARE(result.wait().error().kind, ErrorKind::SecretDenied);
    QCOMPARE(result.wait().error().message, u"b: Locked."_s);
    QCOMPARE(keychain.asked, (QStringList{u"w/1/a"_s, u"w/1/b"_s}));
}

void SourceSecretsTest::writesOnlyToStores()
{
    const References references{{u"api_key"_s, {Kind::Keychain}}, {u"api_secret"_s, InVariable}};
    QVERIFY(write(u"w/1"_s, references, {{u"api_key"_s, filed("value")}}).hasValue());
    QVERIFY(!qEnvironmentVariableIsSet(Variable));
}

void SourceSecretsTest::refusesToWriteAVariableOrAFile_data()
{
    QTest::addColumn<References>("references");

    QTest::newRow("variable") << References{{u"api_key"_s, InVariable}};
    QTest::newRow("file") << References{{u"api_key"_s, {Kind::File, u"/nowhere/token"_s}}};
    QTest::newRow("no reference") << References{};
}

void SourceSecretsTest::refusesToWriteAVariableOrAFile()
{
    QFETCH(References, references);

    const Result<void> written = write(u"w/1"_s, references, {{u"api_key"_s, filed("value")}});
    QVERIFY(!written.hasValue());
    QCOMPARE(written.error().kind, ErrorKind::Usage);
    QVERIFY(written.error().message.startsWith(u"api_key: "));
}

void SourceSecretsTest::tellsAFailedWrite()
{
    RefusingStore keychain(u"w/1/a"_s);
    SourceSecrets secrets({keychain, *m_session, *m_approvals});
    Awaited<void> result;
    const Filed values{{u"a"_s, filed("value")}, {u"b"_s, filed("value")}};
    secrets.write(u"w/1"_s, {{u"a"_s, {}}, {u"b"_s, {}}}, values, result.callback());
    QCOMPARE(result.wait().error().message, u"a: Locked."_s);
    QCOMPARE(keychain.asked, QStringList{u"w/1/a"_s});
}

void SourceSecretsTest::keepsAccountsApart()
{
    const References references{{u"api_key"_s, {}}};
    QVERIFY(write(u"w1/1"_s, references, {{u"api_key"_s, filed("one")}}).hasValue());
    QVERIFY(write(u"w2/1"_s, references, {{u"api_key"_s, filed("two")}}).hasValue());
    QVERIFY(remove(u"w1/1"_s, references).hasValue());
    QCOMPARE(read(u"w1/1"_s, references).error().kind, ErrorKind::NotFound);
    QCOMPARE(read(u"w2/1"_s, references).value().value(u"api_key"_s).reveal(), QByteArray("two"));
}

void SourceSecretsTest::removesEverySecretInAStore()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    qputenv(Variable, "stays");
    const References stored{{u"a"_s, {Kind::Keychain}}, {u"d"_s, {Kind::Session}}};
    const References references{{u"a"_s, {Kind::Keychain}},
                                {u"b"_s, InVariable},
                                {u"c"_s, {Kind::File, file.fileName()}},
                                {u"d"_s, {Kind::Session}}};
    QVERIFY(write(u"w/1"_s, stored, {{u"a"_s, filed("one")}, {u"d"_s, filed("two")}}).hasValue());
    QVERIFY(remove(u"w/1"_s, references).hasValue());
    for (const QString &key : {u"a"_s, u"d"_s})
        QCOMPARE(read(u"w/1"_s, {{key, stored[key]}}).error().kind, ErrorKind::NotFound);
    QCOMPARE(qgetenv(Variable), QByteArray("stays"));
    QVERIFY(QFile::exists(file.fileName()));
}

void SourceSecretsTest::removesTheOthersWhenOneFails()
{
    RefusingStore keychain(u"w/1/a"_s);
    SourceSecrets secrets({keychain, *m_session, *m_approvals});
    Awaited<void> result;
    secrets.remove(u"w/1"_s, {{u"a"_s, {}}, {u"b"_s, {}}}, result.callback());
    QCOMPARE(result.wait().error().message, u"a: Locked."_s);
    QCOMPARE(keychain.asked, (QStringList{u"w/1/a"_s, u"w/1/b"_s}));
}

void SourceSecretsTest::knowsWhatAChangeLeavesBehind_data()
{
    QTest::addColumn<References>("before");
    QTest::addColumn<References>("after");
    QTest::addColumn<QStringList>("left");
    const References keychain{{u"key"_s, {.kind = Kind::Keychain}}};
    const References session{{u"key"_s, {.kind = Kind::Session}}};
    const References variable{{u"key"_s, {.kind = Kind::Environment, .place = u"KEY"_s}}};
    const References file{{u"key"_s, {.kind = Kind::File, .place = u"/key"_s}}};
    QTest::newRow("nothing") << References() << keychain << QStringList();
    QTest::newRow("kept in the keychain") << keychain << keychain << QStringList();
    QTest::newRow("now a variable") << keychain << variable << QStringList{u"key"_s};
    QTest::newRow("now for the session") << keychain << session << QStringList{u"key"_s};
    QTest::newRow("gone") << session << References() << QStringList{u"key"_s};
    QTest::newRow("was a variable") << variable << keychain << QStringList();
    QTest::newRow("was a file") << file << References() << QStringList();
}

void SourceSecretsTest::knowsWhatAChangeLeavesBehind()
{
    QFETCH(References, before);
    QFETCH(References, after);
    QFETCH(QStringList, left);
    QCOMPARE(SourceSecrets::leftBehind(before, after).keys(), left);
}

void SourceSecretsTest::givesASecretOutForItsOwnOriginOnly_data()
{
    QTest::addColumn<SecretReference>("reference");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("given");
    for (const Kind kind : {Kind::Keychain, Kind::Session}) {
        const QByteArray name = kind == Kind::Keychain ? "keychain, " : "session, ";
        const auto row = [&](const char *what, const char *url, bool given) {
            QTest::newRow(QByteArray(name + what).constData())
                << SecretReference{kind} << QByteArray(url) << given;
        };
        row("same", "https://api.example.com", true);
        row("its port written", "https://API.example.com.:443/v2", true);
        row("another host", "https://api.example.org", false);
        row("a host in front", "https://x.api.example.com", false);
        row("another port", "https://api.example.com:8443", false);
        row("another scheme", "http://api.example.com", false);
        row("nowhere", "", false);
    }
}

void SourceSecretsTest::givesASecretOutForItsOwnOriginOnly()
{
    QFETCH(SecretReference, reference);
    QFETCH(QByteArray, url);
    QFETCH(bool, given);
    const References references{{u"api_key"_s, reference}};
    QVERIFY(write(u"w/1"_s, references, {{u"api_key"_s, filed("sEcReT")}}));
    SecretUse use = useOf(u"w/1"_s, url.constData());
    use.isVendorsOwn = true; // says nothing of an entry that has its origin

    Awaited<Values> result;
    m_secrets->read(use, references, result.callback());

    QCOMPARE(result.wait().hasValue(), given);
    if (given)
        return;
    QCOMPARE(result.wait().error().kind, ErrorKind::SecretDenied);
    QVERIFY(result.wait().error().message.contains(u"https://api.example.com"_s));
    QVERIFY(result.wait().error().message.contains(use.origin.text()));
    QVERIFY(!result.wait().error().message.contains(u"sEcReT"_s));
}

void SourceSecretsTest::givesASecretWithoutAnOriginToTheVendorOnly()
{
    const References references{{u"api_key"_s, {}}};
    QVERIFY(write(u"w/1"_s, references, {{u"api_key"_s, filed("old", "")}}));
    SecretUse use = useOf(u"w/1"_s);
    Awaited<Values> refused;
    m_secrets->read(use, references, refused.callback());
    QCOMPARE(refused.wait().error().kind, ErrorKind::SecretDenied);

    use.isVendorsOwn = true;
    Awaited<Values> given;
    m_secrets->read(use, references, given.callback());
    QCOMPARE(given.wait().value().value(u"api_key"_s).reveal(), QByteArray("old"));
}

void SourceSecretsTest::readsNoVariableOrFileThatIsNotApproved_data()
{
    QTest::addColumn<SecretUse>("use");
    QTest::addColumn<SecretReference>("reference");
    const SecretUse approved = useOf(u"w/1"_s);
    const auto with = [&approved](auto change) {
        SecretUse use = approved;
        change(use);
        return use;
    };
    const SecretReference inFile{Kind::File, u"/nowhere/token"_s};
    QTest::newRow("another variable") << approved << SecretReference{Kind::Environment, u"HOME"_s};
    QTest::newRow("a file") << approved << inFile;
    QTest::newRow("another host") << useOf(u"w/1"_s, "https://api.example.org") << InVariable;
    QTest::newRow("another port") << useOf(u"w/1"_s, "https://api.example.com:444") << InVariable;
    QTest::newRow("nowhere") << useOf(u"w/1"_s, "") << InVariable;
    QTest::newRow("another workspace") << with([](SecretUse &use) { use.workspace = u"x"_s; }) << InVariable;
    QTest::newRow("no workspace") << with([](SecretUse &use) { use.workspace.clear(); }) << InVariable;
    QTest::newRow("another source") << with([](SecretUse &use) { use.source = u"x"_s; }) << InVariable;
    QTest::newRow("another type") << with([](SecretUse &use) { use.type = u"secoda"_s; }) << InVariable;
}

void SourceSecretsTest::readsNoVariableOrFileThatIsNotApproved()
{
    QFETCH(SecretUse, use);
    QFETCH(SecretReference, reference);
    qputenv(Variable, "value");
    approve({{u"api_key"_s, InVariable}});
    RefusingStore keychain({});
    SourceSecrets secrets({keychain, *m_session, *m_approvals});

    // The other one is not read either: it would be of no use.
    Awaited<Values> result;
    secrets.read(use, {{u"a"_s, {Kind::Keychain}}, {u"api_key"_s, reference}}, result.callback());

    QCOMPARE(result.wait().error().kind, ErrorKind::SecretNotApproved);
    QVERIFY(result.wait().error().message.contains(reference.place));
    QVERIFY(result.wait().error().message.contains(use.origin.text()));
    QCOMPARE(keychain.asked, QStringList());
}

void SourceSecretsTest::needsNoApprovalForWhatIsTypedNow()
{
    qputenv(Variable, "value");
    const References references{{u"api_key"_s, InVariable}, {u"api_secret"_s, InVariable}};
    Awaited<Values> both;
    m_secrets->read(useOf(u"w/1"_s), references, both.callback(), {u"api_key"_s, u"api_secret"_s});
    QCOMPARE(both.wait().value().size(), 2);
    Awaited<Values> one;
    m_secrets->read(useOf(u"w/1"_s), references, one.callback(), {u"api_key"_s});
    QCOMPARE(one.wait().error().kind, ErrorKind::SecretNotApproved);
}

void SourceSecretsTest::readsNothingWhileTheApprovalsAreDamaged()
{
    qputenv(Variable, "value");
    const References references{{u"api_key"_s, InVariable}};
    approve(references);
    QVERIFY(read(u"w/1"_s, references));
    QFile file(m_folder->filePath(u"approvals.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("{") == 1);
    file.close();
    QCOMPARE(read(u"w/1"_s, references).error().kind, ErrorKind::Storage);
    QVERIFY(read(u"w/1"_s, {})); // what needs none is not held up
}

void SourceSecretsTest::readsWhatIsFiledWithoutAnyUse()
{
    const References references{{u"a"_s, {Kind::Keychain}}, {u"b"_s, {Kind::Session}}, {u"c"_s, InVariable}};
    const Filed stored{{u"a"_s, filed("one", "https://a.example")}, {u"b"_s, filed("two", "")}};
    QVERIFY(write(u"w/1"_s, references, stored));
    Awaited<Filed> result;
    m_secrets->readFiled(u"w/1"_s, references, result.callback());
    QCOMPARE(result.wait().value(), stored);
    Awaited<Filed> none;
    m_secrets->readFiled(u"w/2"_s, references, none.callback());
    QVERIFY(none.wait().value().isEmpty());
}

void SourceSecretsTest::callsBackOnceAndNeverBeforeTheCallReturns()
{
    qputenv(Variable, "value");
    Awaited<Values> values;
    Awaited<void> done;
    approve({{u"api_key"_s, InVariable}});
    m_secrets->read(useOf(u"w/1"_s), {{u"api_key"_s, InVariable}}, values.callback());
    m_secrets->remove(u"w/1"_s, {{u"api_key"_s, InVariable}}, done.callback());
    m_secrets->write(u"w/1"_s, {}, {}, done.callback());
    QCOMPARE(values.calls(), 0);
    QCOMPARE(done.calls(), 0);
    QTRY_COMPARE(done.calls(), 2);
    QCOMPARE(values.calls(), 1);
}

void SourceSecretsTest::dropsCallbacksWhenDestroyed()
{
    Awaited<Values> early;
    Awaited<Values> late;
    const References references{{u"a"_s, {Kind::Keychain}}, {u"b"_s, {Kind::Keychain}}};
    SourceSecrets({*m_keychain, *m_session, *m_approvals})
        .read(useOf(u"w/1"_s), references, early.callback());

    // Gone between the request to the store and its reply.
    HoldingStore keychain;
    auto secrets = std::make_unique<SourceSecrets>(SecretPlaces{keychain, *m_session, *m_approvals});
    secrets->read(useOf(u"w/1"_s), references, late.callback());
    QTRY_VERIFY(keychain.held);
    secrets.reset();
    keychain.held(filed("value"));
    QVERIFY(read(u"w/1"_s, {}).hasValue());
    QCOMPARE(early.calls(), 0);
    QCOMPARE(late.calls(), 0);
}

TRAILGLASS_TEST(SourceSecretsTest)
#include "tst_sourcesecrets.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/standins.h"
#include "tests/sync/syncharness.h"

#include "models/sync/redaction.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

/// What is taken out of servers' words, and what is left in them.
class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesCredentialsAndAPrivatePath();
    void leavesThePathOfADocumentedAddress();
    void hidesThePathOfAnAddressThatIsTheAccounts();

private:
    [[nodiscard]] static SyncReport refusedBy(VendorServer &server, const QString &type,
                                              const QByteArray &answer);
};

void RedactionTest::hidesCredentialsAndAPrivatePath()
{
    const SecretValues secrets{{u"api_key"_s, Secret::fromText("k-123").value()}};
    QCOMPARE(redacted(u"No k-123 at /a%20b or /a b"_s, secrets, QUrl(u"https://x.example/a%20b"_s)),
             u"No ••• at ••• or •••"_s);
    QCOMPARE(redacted(u"No k-123 at /a"_s, secrets, {}), u"No ••• at /a"_s);
}

SyncReport RedactionTest::refusedBy(VendorServer &server, const QString &type, const QByteArray &answer)
{
    const bool listening = server.listen();
    Q_ASSERT(listening);
    SyncHarness harness("2026-11-20T12:00:00Z");
    harness.addSource(u"it"_s, type, server.settings());
    server.http().setHandler([&answer](const Request &request) {
        return Response::json(QByteArray(answer).replace("PATH", request.path), 400);
    });
    return harness.run(harness.job(u"it"_s, server));
}

void RedactionTest::leavesThePathOfADocumentedAddress()
{
    AsanaServer server;
    const SyncReport report =
        refusedBy(server, u"asana"_s, R"({"errors":[{"message":"Unknown object at PATH"}]})");
    QVERIFY(report.error);
    QVERIFY2(report.error->message.contains(u"at /api/1.0/workspaces/"_s), qPrintable(report.error->message));
}

void RedactionTest::hidesThePathOfAnAddressThatIsTheAccounts()
{
    ParadimeServer server;
    const SyncReport report =
        refusedBy(server, u"paradime"_s, R"({"errors":[{"message":"Cannot POST PATH"}]})");
    QVERIFY(report.error);
    QVERIFY2(report.error->message.contains(u"Cannot POST •••"_s), qPrintable(report.error->message));
}

TRAILGLASS_TEST(RedactionTest)
#include "tst_redaction.moc"

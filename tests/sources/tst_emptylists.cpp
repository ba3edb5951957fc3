// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "models/sources/nected/logdetail.h"
#include "models/sources/secoda/resourcelogs.h"
#include "tests/sources/sampleaccounts.h"
#include "tests/sources/sourcedriver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

SourceDriver driverOf(Vendor vendor, const QByteArray &body)
{
    return SourceDriver(*findSource(vendor), requiredSettings(vendor), secretsOf(vendor),
                        [body](const HttpRequest &) { return Response{body}; });
}

} // namespace

/// `null` where a list of events belongs, as some servers write an empty one, and empty lists.
class EmptyListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAQuietDay_data();
    void areAQuietDay();
    void withAnErrorBesideThemAreThatError_data();
    void withAnErrorBesideThemAreThatError();
    void areAnErrorWhereTheCountSaysThatThereAreRows_data();
    void areAnErrorWhereTheCountSaysThatThereAreRows();
    void areEmptyInDrillDowns();
};

void EmptyListsTest::areAQuietDay_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, Vendor vendor, const char *body) {
        QTest::newRow(name) << vendor << QByteArray(body);
    };
    row("asana", Vendor::Asana, R"({"data":null,"next_page":null})");
    row("asana, more to come", Vendor::Asana, R"({"data":null,"next_page":{"offset":"abc"}})");
    row("secoda", Vendor::Secoda,
        R"({"results":null,"total_pages":0,"count":0,"meta":{"page":1,"next_page":null,"count":0}})");
    row("datafold", Vendor::Datafold, R"({"logs":null})");
    row("paradime", Vendor::Paradime, R"({"data":{"getAuditLogs":{"auditLogs":null}}})");
    row("paradime, unwrapped", Vendor::Paradime, R"({"auditLogs":null,"errors":null})");
    row("nected", Vendor::Nected,
        R"({"totalCount":0,"totalPages":0,"pageNo":1,"pageSize":10,"data":null,"code":"success","message":"success."})");
    row("nected, no more words than that", Vendor::Nected, R"({"totalCount":0,"data":null})");
    row("nected, an empty list", Vendor::Nected, R"({"totalCount":0,"totalPages":0,"data":[]})");
    row("nected, an empty list of one page", Vendor::Nected, R"({"totalPages":1,"data":[]})");
    row("secoda, an empty list", Vendor::Secoda, R"({"results":[],"total_pages":1,"count":0})");
}

void EmptyListsTest::areAQuietDay()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QByteArray, body);
    SourceDriver driver = driverOf(vendor, body);
    QVERIFY2(driver.sync(at("2026-11-20T12:00:00Z")),
             driver.error ? qPrintable(driver.error->message) : "does not end");
    QCOMPARE(driver.requests, vendor == Vendor::Datafold ? 7 : 1);
    QCOMPARE(driver.warnings, QStringList());
    QCOMPARE(driver.covered.last().to, at("2026-11-20T12:00:00Z"));
}

void EmptyListsTest::withAnErrorBesideThemAreThatError_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, Vendor vendor, const char *body) {
        QTest::newRow(name) << vendor << QByteArray(body);
    };
    row("asana", Vendor::Asana, R"({"data":null,"errors":[{"message":"No admission"}]})");
    row("secoda", Vendor::Secoda, R"({"results":null,"detail":"No admission"})");
    row("datafold", Vendor::Datafold, R"({"logs":null,"detail":[{"msg":"No admission"}]})");
    row("paradime", Vendor::Paradime,
        R"({"data":{"getAuditLogs":{"auditLogs":null}},"errors":[{"message":"No admission"}]})");
    row("nected", Vendor::Nected, R"({"data":null,"error":"No admission"})");
}

void EmptyListsTest::withAnErrorBesideThemAreThatError()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QByteArray, body);
    SourceDriver driver = driverOf(vendor, body);
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Vendor);
    QVERIFY2(driver.error->message.contains(u"No admission"_s), qPrintable(driver.error->message));
}

void EmptyListsTest::areAnErrorWhereTheCountSaysThatThereAreRows_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, Vendor vendor, const char *body) {
        QTest::newRow(name) << vendor << QByteArray(body);
    };
    row("secoda", Vendor::Secoda, R"({"results":null,"total_pages":1,"count":5})");
    row("secoda, without a number of pages", Vendor::Secoda,
        R"({"results":null,"meta":{"next_page":null,"count":5}})");
    row("nected", Vendor::Nected, R"({"totalCount":5,"totalPages":1,"data":null,"code":"success"})");
    row("nected, without a number of pages", Vendor::Nected, R"({"totalCount":5,"data":null})");
    row("secoda, an empty list", Vendor::Secoda, R"({"results":[],"total_pages":1,"count":5})");
    row("secoda, an empty list before another page", Vendor::Secoda,
        R"({"results":[],"meta":{"next_page":2}})");
    row("nected, an empty list", Vendor::Nected, R"({"totalCount":5,"totalPages":1,"data":[]})");
    row("nected, an empty list before another page", Vendor::Nected, R"({"totalPages":2,"data":[]})");
}

void EmptyListsTest::areAnErrorWhereTheCountSaysThatThereAreRows()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QByteArray, body);
    SourceDriver driver = driverOf(vendor, body);
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Malformed);
    QVERIFY2(driver.error->message.contains(u"did not return them"_s), qPrintable(driver.error->message));
}

void EmptyListsTest::areEmptyInDrillDowns()
{
    const auto logs =
        parseSecodaResourceLogs(R"({"version_histories":null,"non_versioned_logs":null,"count":0})", 1);
    QVERIFY2(logs, logs ? "" : qPrintable(logs.error().message));
    QCOMPARE(logs->detail.entries.size(), std::size_t(0));
    QVERIFY(!parseSecodaResourceLogs(R"({"count":0})", 1));
    const auto detail = parseNectedLogDetail(
        R"({"data":{"detail":{"logId":"1","date":"2026-11-20T12:00:00Z"},"parent":null,"children":null}})");
    QVERIFY2(detail, detail ? "" : qPrintable(detail.error().message));
    QCOMPARE(detail->detail.entries.size(), std::size_t(1)); // itself
}

TRAILGLASS_TEST(EmptyListsTest)
#include "tst_emptylists.moc"

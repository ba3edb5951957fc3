// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "tests/sources/sampleaccounts.h"
#include "tests/sources/sourcedriver.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr const char *Now = "2026-11-20T12:00:00Z";
constexpr qint64 Pages = 5;

/// A vendor that numbers its pages and gives one event on each of five; what it says to some of them is the
/// test's.
struct NumberedPages
{
    Vendor vendor;
    std::function<std::optional<Error>(qint64 page)> refusal = [](qint64) {
        return std::optional<Error>();
    };

    [[nodiscard]] QString pageParameter() const { return vendor == Vendor::Secoda ? u"page"_s : u"pageNo"_s; }

    Response operator()(const HttpRequest &request) const
    {
        const qint64 page = QUrlQuery(request.url).queryItemValue(pageParameter()).toLongLong();
        if (const auto error = refusal(page))
            return {{}, error};
        const QByteArray number = QByteArray::number(page);
        return {vendor == Vendor::Secoda ? secodaPage(page, number) : nectedPage(number)};
    }

    [[nodiscard]] static QByteArray secodaPage(qint64 page, const QByteArray &number)
    {
        const QByteArray next = page < Pages ? QByteArray::number(page + 1) : QByteArray("null");
        return R"({"results":[{"id":")" + number + R"(","logged_at":"2026-11-1)"
            + QByteArray::number(9 - page) + R"(T00:00:00Z"}],"meta":{"count":5,"next_page":)" + next + "}}";
    }

    [[nodiscard]] static QByteArray nectedPage(const QByteArray &number)
    {
        const QByteArray day = QByteArray::number(9 - number.toInt());
        return R"({"code":"success","totalCount":5,"totalPages":5,"pageNo":)" + number
            + R"(,"data":[{"logId":")" + number + R"(","date":"2026-11-1)" + day + R"(T00:00:00Z"}]})";
    }
};

Error refused(ErrorKind kind, int status)
{
    return {kind, u"The vendor said: “Too deep”."_s, {}, status};
}

QStringList pagesAsked(const SourceDriver &driver, const NumberedPages &server)
{
    QStringList pages;
    for (const HttpRequest &request : driver.sent)
        pages.append(QUrlQuery(request.url).queryItemValue(server.pageParameter()));
    return pages;
}

} // namespace

/// Sources that read numbered pages, and a server that will not give one of them.
class RefusedPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endTheRunInTheVendorsWordsAndTheNextBeginsAtTheTop_data();
    void endTheRunInTheVendorsWordsAndTheNextBeginsAtTheTop();
    void thatAreGoneLetSecodaStartAgainOnlyOnce();
    void failTheRunWhenItIsTheFirstPage_data();
    void failTheRunWhenItIsTheFirstPage();
    void failTheRunForAWrongKeyAndKeepItsPlace_data();
    void failTheRunForAWrongKeyAndKeepItsPlace();
};

void RefusedPagesTest::endTheRunInTheVendorsWordsAndTheNextBeginsAtTheTop_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    for (const Vendor vendor : {Vendor::Secoda, Vendor::Nected}) {
        const auto vendorName = name(vendor);
        QTest::addRow("%s, 400", vendorName.data()) << vendor << ErrorKind::Rejected << 400;
        QTest::addRow("%s, 422", vendorName.data()) << vendor << ErrorKind::Rejected << 422;
        QTest::addRow("%s, 404", vendorName.data()) << vendor << ErrorKind::NotFound << 404;
    }
}

void RefusedPagesTest::endTheRunInTheVendorsWordsAndTheNextBeginsAtTheTop()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, status);
    NumberedPages server{vendor};
    bool refuses = true;
    server.refusal = [&](qint64 page) -> std::optional<Error> {
        if (refuses && page >= 3)
            return refused(kind, status);
        return {};
    };
    SourceDriver driver(*findSource(vendor), {}, apiKey(), server);
    QVERIFY(driver.sync(at(Now)));
    QVERIFY(!driver.error);
    QCOMPARE_LE(driver.requests, 6);
    QCOMPARE(driver.warnings.size(), 1);
    QVERIFY2(driver.warnings.first().contains(u"Too deep"_s), qPrintable(driver.warnings.first()));
    QCOMPARE(driver.covered, (QList<TimeWindow>{{at("2026-11-17T00:00:00.000001Z"), at(Now)}}));
    QVERIFY(!driver.checkpoint.contains(u"watermark"));

    refuses = false;
    QVERIFY(driver.sync(at(Now)));
    QCOMPARE(pagesAsked(driver, server).first(), u"1"_s);
    QCOMPARE(driver.events.size(), Pages);
    QVERIFY(driver.checkpoint.contains(u"watermark"));
}

void RefusedPagesTest::thatAreGoneLetSecodaStartAgainOnlyOnce()
{
    NumberedPages server{Vendor::Secoda};
    server.refusal = [&](qint64 page) -> std::optional<Error> {
        if (page >= 3)
            return refused(ErrorKind::NotFound, 404);
        return {};
    };
    SourceDriver driver(*findSource(Vendor::Secoda), {}, apiKey(), server);
    QVERIFY(driver.sync(at(Now)));
    QCOMPARE(pagesAsked(driver, server), QStringList({u"1"_s, u"2"_s, u"3"_s, u"1"_s, u"2"_s, u"3"_s}));
}

void RefusedPagesTest::failTheRunWhenItIsTheFirstPage_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::newRow("secoda") << Vendor::Secoda;
    QTest::newRow("nected") << Vendor::Nected;
}

void RefusedPagesTest::failTheRunWhenItIsTheFirstPage()
{
    QFETCH(const Vendor, vendor);
    NumberedPages server{vendor};
    server.refusal = [](qint64) {
        return refused(ErrorKind::NotFound, 404);
    };
    SourceDriver driver(*findSource(vendor), {}, apiKey(), server);
    QVERIFY(!driver.sync(at(Now)));
    QCOMPARE(driver.error->kind, ErrorKind::NotFound);
    QCOMPARE(driver.requests, 1);
}

void RefusedPagesTest::failTheRunForAWrongKeyAndKeepItsPlace_data()
{
    failTheRunWhenItIsTheFirstPage_data();
}

void RefusedPagesTest::failTheRunForAWrongKeyAndKeepItsPlace()
{
    QFETCH(const Vendor, vendor);
    NumberedPages server{vendor};
    bool refuses = true;
    server.refusal = [&](qint64 page) -> std::optional<Error> {
        if (refuses && page == 4)
            return refused(ErrorKind::Unauthorized, 401);
        return {};
    };
    SourceDriver driver(*findSource(vendor), {}, apiKey(), server);
    QVERIFY(!driver.sync(at(Now)));
    QCOMPARE(driver.error->kind, ErrorKind::Unauthorized);
    refuses = false;
    QVERIFY(driver.sync(at(Now)));
    QCOMPARE(pagesAsked(driver, server).first(), u"1"_s); // the newest part first
    QCOMPARE(driver.events.size(), Pages);
    QVERIFY(driver.checkpoint.contains(u"watermark"));
}

TRAILGLASS_TEST(RefusedPagesTest)
#include "tst_refusedpages.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveplace.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class ArchivePlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItPrints_data();
    void readsWhatItPrints();
    void completesWhatIsLeftOut_data();
    void completesWhatIsLeftOut();
    void goesToTheServerAlone();
    void bindsTheKeyToItsOrigin();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void isOneOfACluster_data();
    void isOneOfACluster();
    void neverRepeatsAPassword_data();
    void neverRepeatsAPassword();
};

void ArchivePlaceTest::readsWhatItPrints_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("https") << u"https://ann@archive.example:8443/trailglass"_s;
    QTest::newRow("another port") << u"https://ann@archive.example:443/trailglass"_s;
    QTest::newRow("a cluster") << u"https://ann@archive.example:8443/audit_1?cluster=two-shards"_s;
    QTest::newRow("http on this machine") << u"http://default@localhost:8123/trailglass"_s;
    QTest::newRow("an IPv4 address") << u"http://default@127.0.0.1:18123/trailglass"_s;
    QTest::newRow("an IPv6 address") << u"http://default@[::1]:8123/trailglass"_s;
    QTest::newRow("a user with marks") << u"https://read-only_2@archive.example:8443/trailglass"_s;
}

void ArchivePlaceTest::readsWhatItPrints()
{
    QFETCH(const QString, text);
    const auto place = ArchivePlace::parse(text);
    VERIFY_RESULT(place);
    QCOMPARE(place->text(), text);
    QVERIFY(ArchivePlace::parse(place->text()).value() == *place);
}

void ArchivePlaceTest::completesWhatIsLeftOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("whole");
    QTest::newRow("the host alone") << u"https://archive.example"_s
                                    << u"https://default@archive.example:8443/trailglass"_s;
    QTest::newRow("a slash") << u"https://archive.example/"_s
                             << u"https://default@archive.example:8443/trailglass"_s;
    QTest::newRow("a slash after the database")
        << u"https://archive.example/audit/"_s << u"https://default@archive.example:8443/audit"_s;
    QTest::newRow("http") << u"http://localhost/audit"_s << u"http://default@localhost:8123/audit"_s;
    QTest::newRow("the port") << u"https://ann@archive.example/audit"_s
                              << u"https://ann@archive.example:8443/audit"_s;
    QTest::newRow("case of scheme and host")
        << u"HTTPS://ann@Archive.EXAMPLE/audit"_s << u"https://ann@archive.example:8443/audit"_s;
    QTest::newRow("spaces around it")
        << u"  https://archive.example/audit\n"_s << u"https://default@archive.example:8443/audit"_s;
}

void ArchivePlaceTest::completesWhatIsLeftOut()
{
    QFETCH(const QString, text);
    QFETCH(const QString, whole);
    const auto place = ArchivePlace::parse(text);
    VERIFY_RESULT(place);
    QCOMPARE(place->text(), whole);
}

void ArchivePlaceTest::goesToTheServerAlone()
{
    const auto place = ArchivePlace::parse(u"https://ann@archive.example/audit?cluster=two"_s).value();
    QCOMPARE(place.url(), QUrl(u"https://archive.example:8443/"_s));
    QCOMPARE(place.server(), u"https://archive.example:8443"_s);
    QCOMPARE(place.name(), u"archive.example:8443/audit"_s);
    QCOMPARE(place.user(), u"ann"_s);
    QCOMPARE(place.database(), u"audit"_s);
    QCOMPARE(place.cluster(), u"two"_s);
}

void ArchivePlaceTest::bindsTheKeyToItsOrigin()
{
    const auto place = ArchivePlace::parse(u"https://ann@archive.example/audit"_s).value();
    QCOMPARE(place.origin().text(), u"https://archive.example:8443"_s);
    QVERIFY(place.origin().admits(place.url()));
    QVERIFY(!place.origin().admits(QUrl(u"https://archive.example/"_s)));
}

void ArchivePlaceTest::refusesEverythingElse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    const QString noAddress = u"not the address"_s;
    QTest::newRow("nothing") << u""_s << noAddress;
    QTest::newRow("a folder") << u"/srv/archive"_s << noAddress;
    QTest::newRow("a name") << u"archive.example"_s << noAddress;
    QTest::newRow("no host") << u"https:///audit"_s << noAddress;
    QTest::newRow("a port that is none") << u"https://archive.example:99999/audit"_s << noAddress;
    QTest::newRow("a fragment") << u"https://archive.example/audit#x"_s << noAddress;
    QTest::newRow("too long") << QString(u"https://archive.example/"_s + QString(5'000, u'a')) << noAddress;
    QTest::newRow("port 0") << u"https://archive.example:0/audit"_s << u"from 1 to 65535"_s;
    QTest::newRow("another scheme") << u"clickhouse://archive.example:9000/audit"_s << u"by https"_s;
    QTest::newRow("http to elsewhere") << u"http://archive.example:8123/audit"_s << u"Use https"_s;
    QTest::newRow("http to what looks like this machine")
        << u"http://127.0.0.1.example/audit"_s << u"Use https"_s;
    QTest::newRow("two folders") << u"https://archive.example/audit/more"_s << u"name of the database"_s;
    QTest::newRow("a quote in the database")
        << u"https://archive.example/au%60dit"_s << u"name of the database"_s;
    QTest::newRow("a database that begins with a digit")
        << u"https://archive.example/1audit"_s << u"name of the database"_s;
    QTest::newRow("a long database") << QString(u"https://archive.example/"_s + QString(65, u'a'))
                                     << u"name of the database"_s;
    QTest::newRow("a line break in the user")
        << u"https://an%0An@archive.example/audit"_s << u"name of the user"_s;
    QTest::newRow("an escaped colon in the user")
        << u"https://ann%3Apw@archive.example/audit"_s << u"name of the user"_s;
    QTest::newRow("an empty cluster") << u"https://archive.example/audit?cluster="_s << u"no valid cluster"_s;
    QTest::newRow("two clusters") << u"https://archive.example/audit?cluster=a&cluster=b"_s
                                  << u"no valid cluster"_s;
    QTest::newRow("a quote in the cluster")
        << u"https://archive.example/audit?cluster=a'b"_s << u"no valid cluster"_s;
    QTest::newRow("another part") << u"https://archive.example/audit?secure=1"_s << u"no part “secure”"_s;
}

void ArchivePlaceTest::refusesEverythingElse()
{
    QFETCH(const QString, text);
    QFETCH(const QString, said);
    VERIFY_REFUSED(ArchivePlace::parse(text), ErrorKind::Usage, said);
}

void ArchivePlaceTest::isOneOfACluster_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cluster");
    QTest::addColumn<QString>("said"); // empty: nothing is wrong
    const QString alone = u"https://ann@archive.example/audit"_s;
    const QString named = u"https://ann@archive.example/audit?cluster=two-shards"_s;
    QTest::newRow("named beside the address") << alone << u"two-shards"_s << QString();
    QTest::newRow("named twice") << named << u"two-shards"_s << QString();
    QTest::newRow("another one in the address")
        << named << u"three"_s << u"names the cluster “two-shards”, not"_s;
    QTest::newRow("no name") << alone << QString() << u"name of the cluster"_s;
    QTest::newRow("a quote") << alone << u"two'"_s << u"name of the cluster"_s;
}

void ArchivePlaceTest::isOneOfACluster()
{
    QFETCH(const QString, text);
    QFETCH(const QString, cluster);
    QFETCH(const QString, said);
    const auto place = ArchivePlace::parse(text);
    VERIFY_RESULT(place);
    const auto inCluster = place->inCluster(cluster);
    if (!said.isEmpty()) {
        VERIFY_REFUSED(inCluster, ErrorKind::Usage, said);
        return;
    }
    VERIFY_RESULT(inCluster);
    QCOMPARE(inCluster->text(), u"https://ann@archive.example:8443/audit?cluster=two-shards"_s);
}

void ArchivePlaceTest::neverRepeatsAPassword_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("after the user") << u"https://ann:hunter2@archive.example/audit"_s;
    QTest::newRow("without a user") << u"https://:hunter2@archive.example/audit"_s;
    QTest::newRow("as a part") << u"https://archive.example/audit?password=hunter2"_s;
    QTest::newRow("as a key") << u"https://archive.example/audit?Key=hunter2"_s;
    QTest::newRow("in an address that is wrong otherwise") << u"ftp://ann:hunter2@archive.example:99999"_s;
    QTest::newRow("with a broken escape") << u"https://ann:hunter2%@archive.example/audit"_s;
}

void ArchivePlaceTest::neverRepeatsAPassword()
{
    QFETCH(const QString, text);
    const auto place = ArchivePlace::parse(text);
    QVERIFY(!place);
    QCOMPARE(place.error().kind, ErrorKind::Usage);
    QVERIFY2(!place.error().message.contains(u"hunter2"_s), qPrintable(place.error().message));
    QVERIFY(!place.error().detail.contains(u"hunter2"_s));
}

TRAILGLASS_TEST(ArchivePlaceTest)
#include "tst_archiveplace.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/ipaddress.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass::Filter;

class IpAddressTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses_data();
    void readsAddresses();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void knowsWhatANetworkHolds_data();
    void knowsWhatANetworkHolds();
    void refusesBrokenNetworks_data();
    void refusesBrokenNetworks();
    void findsTheAddressesOfAText_data();
    void findsTheAddressesOfAText();
};

void IpAddressTest::readsAddresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char *text, const char *hex) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(hex);
    };
    row("10.0.255.1", "00000000000000000000ffff0a00ff01");
    row("::ffff:10.0.255.1", "00000000000000000000ffff0a00ff01");
    row("::FFFF:0a00:ff01", "00000000000000000000ffff0a00ff01");
    row("::", "00000000000000000000000000000000");
    row("::1", "00000000000000000000000000000001");
    row("1::", "00010000000000000000000000000000");
    row("2001:db8::8:800:200c:417a", "20010db80000000000080800200c417a");
    row("2001:DB8:0:0:8:800:200C:417A", "20010db80000000000080800200c417a");
    row("1:2:3:4:5:6:7::", "00010002000300040005000600070000");
    row("1:2:3:4:5:6:1.2.3.4", "00010002000300040005000601020304");
    row("64:ff9b::1.2.3.4", "0064ff9b000000000000000001020304");
}

void IpAddressTest::readsAddresses()
{
    QFETCH(const QByteArray, text);
    const auto address = parseIpAddress(text.toStdString());
    QVERIFY(address);
    QTEST(QByteArray(reinterpret_cast<const char *>(address->bytes.data()), 16).toHex(), "hex");
}

void IpAddressTest::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "10",
                             "10.0.0",
                             "10.0.0.256",
                             "10.0.0.01",
                             "10.0.0.1.2",
                             "10.0.0.-1",
                             "10.0.0.1 ",
                             ":",
                             ":::",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:8:9",
                             "1::2::3",
                             "1:2:3:4:5:6:7:8::",
                             "12345::",
                             "g::",
                             "1.2.3.4::",
                             "::1.2.3.4:5",
                             "fe80::1%eth0",
                             "[::1]",
                             "localhost"})
        QTest::newRow(text) << QByteArray(text);
}

void IpAddressTest::refusesWhatIsNone()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!parseIpAddress(text.toStdString()));
}

void IpAddressTest::knowsWhatANetworkHolds_data()
{
    QTest::addColumn<QByteArray>("network");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *network, const char *address, bool holds) {
        QTest::addRow("%s %s %s", network, holds ? "holds" : "does not hold", address)
            << QByteArray(network) << QByteArray(address) << holds;
    };
    row("10.0.0.0/8", "10.255.0.1", true);
    row("10.0.0.0/8", "11.0.0.0", false);
    row("10.1.2.3/8", "10.9.9.9", true);
    row("10.0.0.0/8", "::ffff:10.1.1.1", true);
    row("192.168.4.0/22", "192.168.7.255", true);
    row("192.168.4.0/22", "192.168.8.0", false);
    row("0.0.0.0/0", "1.2.3.4", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("10.0.0.1/32", "10.0.0.1", true);
    row("10.0.0.1/32", "10.0.0.2", false);
    row("2001:db8::/32", "2001:db8:ffff::1", true);
    row("2001:db8::/32", "2001:db9::1", false);
    row("2001:db8::/33", "2001:db8:8000::", false);
    row("::/0", "2001:db8::1", true);
    row("::/0", "10.0.0.1", false);
    row("::ffff:0:0/96", "10.0.0.1", true);
    row("::1/128", "::1", true);
}

void IpAddressTest::knowsWhatANetworkHolds()
{
    QFETCH(const QByteArray, network);
    QFETCH(const QByteArray, address);
    const auto parsed = parseIpNetwork(network.toStdString());
    QVERIFY(parsed);
    QTEST(parsed->contains(*parseIpAddress(address.toStdString())), "holds");
}

void IpAddressTest::refusesBrokenNetworks_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"10.0.0.0", "10.0.0.0/", "/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8",
                             "10.0.0/8", "10.0.0.0/1234", "::/129", "10.0.0.0/ 8", "10.0.0.0/a"})
        QTest::newRow(text) << QByteArray(text);
}

void IpAddressTest::refusesBrokenNetworks()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!parseIpNetwork(text.toStdString()));
}

void IpAddressTest::findsTheAddressesOfAText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("spellings");
    const auto row = [](const char *text, const char *spellings) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(spellings);
    };
    row("", "");
    row("203.0.113.7", "203.0.113.7");
    row("  203.0.113.7\t", "203.0.113.7");
    row("203.0.113.7, 10.0.0.1", "203.0.113.7|10.0.0.1");
    row("203.0.113.7,10.0.0.1,", "203.0.113.7|10.0.0.1");
    row("203.0.113.7 10.0.0.1\r\n::1", "203.0.113.7|10.0.0.1|::1");
    row("unknown, 203.0.113.7, _hidden", "203.0.113.7");
    row("fe80::1%eth0", "fe80::1");
    row("FE80::1%25eth0.100", "FE80::1");
    row("fe80::1%", "");
    row("fe80::1%eth0:443", "fe80::1");
    row("10.0.0.1%eth0", "");
    row("%eth0", "");
    row("203.0.113.7:443", "203.0.113.7");
    row("203.0.113.7:0", "203.0.113.7");
    row("203.0.113.7:65535", "203.0.113.7");
    row("203.0.113.7:65536", "");
    row("203.0.113.7:004430", "");
    row("203.0.113.7:", "");
    row("203.0.113.7:-1", "");
    row("203.0.113.7:http", "");
    row("203.0.113.7:80:80", "");
    row("[2001:db8::1]", "2001:db8::1");
    row("[2001:db8::1]:443", "2001:db8::1");
    row("[fe80::1%eth0]:443", "fe80::1");
    row("[203.0.113.7]:443", "203.0.113.7");
    row("[2001:db8::1]443", "");
    row("[2001:db8::1]:", "");
    row("[2001:db8::1", "");
    row("2001:db8::1]", "");
    row("[]", "");
    row("[", "");
    row("[[::1]]", "");
    row("2001:db8::1:443", "2001:db8::1:443"); // a port without brackets is a part of the address
    row("2001:db8:1:2:3:4:5:6:443", "");
    row("::ffff:203.0.113.7", "::ffff:203.0.113.7");
    row("::ffff:203.0.113.7:443", "::ffff:203.0.113.7");
    row("1.2.3.4.5", "");
    row("999.1.1.1", "");
    row("10.0.0.0/8", "");
    row("localhost:80", "");
    row(":80", "");
    row("203.0.113.7;10.0.0.1", "");
}

void IpAddressTest::findsTheAddressesOfAText()
{
    QFETCH(const QByteArray, text);
    const std::string searched = text.toStdString();
    QByteArrayList spellings;
    for (const WrittenAddress &written : addressesIn(searched)) {
        spellings += QByteArray(written.spelling.data(), static_cast<qsizetype>(written.spelling.size()));
        QVERIFY(written.address == parseIpAddress(written.spelling));
    }
    QTEST(spellings.join('|'), "spellings");
}

TRAILGLASS_TEST(IpAddressTest)
#include "tst_ipaddress.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/textforms.h"

#include "models/core/text.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class TextFormsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void composesWhatIsNotInFormC_data();
    void composesWhatIsNotInFormC();
    void composesLikeQt();
    void keepsFormsOfFieldsThatAreNotInFormC();
    void spellsAddressesAlone_data();
    void spellsAddressesAlone();
};

namespace {

std::vector<std::string> spellings(const std::string &ip)
{
    EventRecord record;
    record.event.ip = ip;
    std::vector<std::string> texts;
    for (const FieldForm &form : fieldForms(record)) {
        if (form.field == IpSpellings)
            texts.push_back(form.text);
    }
    return texts;
}

} // namespace

void TextFormsTest::composesWhatIsNotInFormC_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("form"); ///< null: it is in form C
    QTest::newRow("nothing") << QByteArray("") << QByteArray();
    QTest::newRow("ASCII") << QByteArray("zoe@example.com") << QByteArray();
    QTest::newRow("composed") << QByteArray("Zo\u00EB") << QByteArray();
    QTest::newRow("in two parts") << QByteArray("Zoe\u0308") << QByteArray("Zo\u00EB");
    QTest::newRow("a mark that joins nothing") << QByteArray("x\u0302") << QByteArray();
    QTest::newRow("marks in the other order") << QByteArray("e\u0302\u0323") << QByteArray("\u1EC7");
    QTest::newRow("a sign that stands for a letter") << QByteArray("\u212Aelvin") << QByteArray("Kelvin");
    QTest::newRow("a vowel sign of Hindi") << QByteArray("\u0915\u0940") << QByteArray();
    QTest::newRow("a letter that is always in parts") << QByteArray("\u0958") << QByteArray("\u0915\u093C");
    QTest::newRow("a syllable in parts") << QByteArray("\u1100\u1161") << QByteArray("\uAC00");
    QTest::newRow("no UTF-8") << QByteArray("a\xFF") << QByteArray("a\uFFFD");
}

void TextFormsTest::composesWhatIsNotInFormC()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, form);

    const auto composed = composedForm(text.toStdString());

    QCOMPARE(composed.has_value(), !form.isNull());
    QCOMPARE(QByteArray::fromStdString(composed.value_or(std::string())), QByteArray(form.constData()));
}

void TextFormsTest::composesLikeQt()
{
    std::mt19937 random(20261207); // NOLINT(cert-msc51-cpp): the same texts each time
    const std::u16string pool =
        u"aeoxZ \u00E9\u0301\u0302\u0323\u0308\u0345\u212A\u00C5\u030A\u1100\u1161\u11A8\u0915\u093C";
    for (int run = 0; run < 5'000; ++run) {
        QString text;
        for (std::size_t count = random() % 8; count > 0; --count)
            text += QChar(pool[random() % pool.size()]);
        const QString expected = text.normalized(QString::NormalizationForm_C);

        const auto form = composedForm(toUtf8(text));

        QCOMPARE(form.has_value(), expected != text);
        if (form)
            QCOMPARE(toQString(*form), expected);
    }
}

void TextFormsTest::keepsFormsOfFieldsThatAreNotInFormC()
{
    EventRecord record;
    record.source = "Te\u0301am";
    record.event.actor.email = "e\u0301@example.com";
    record.event.message = "caf\u00E9";
    record.event.raw = "{\"a\":\"e\u0301\"}";

    const std::vector<FieldForm> expected{{"source", "T\u00E9am"},
                                          {"actor", "\u00E9@example.com"},
                                          {"actor_email", "\u00E9@example.com"},
                                          {"raw", "{\"a\":\"\u00E9\"}"}};
    QCOMPARE(fieldForms(record), expected);
    QVERIFY(fieldForms(EventRecord()).empty());
}

void TextFormsTest::spellsAddressesAlone_data()
{
    QTest::addColumn<QByteArray>("ip");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("the whole text") << QByteArray("203.0.113.7") << QByteArrayList();
    QTest::newRow("no address") << QByteArray("unknown") << QByteArrayList();
    QTest::newRow("a port") << QByteArray("203.0.113.7:443") << QByteArrayList{"203.0.113.7"};
    QTest::newRow("brackets and a zone") << QByteArray("[fe80::1%eth0]:80") << QByteArrayList{"fe80::1"};
    QTest::newRow("IPv4 as IPv6") << QByteArray("::ffff:203.0.113.7") << QByteArrayList{"203.0.113.7"};
    QTest::newRow("both of a list, each once")
        << QByteArray("10.0.0.1, 10.0.0.1 ::1") << QByteArrayList{"10.0.0.1", "::1"};
}

void TextFormsTest::spellsAddressesAlone()
{
    QFETCH(const QByteArray, ip);
    QFETCH(const QByteArrayList, expected);

    QByteArrayList found;
    for (const std::string &spelling : spellings(ip.toStdString()))
        found.append(QByteArray::fromStdString(spelling));

    QCOMPARE(found, expected);
}

TRAILGLASS_TEST(TextFormsTest)
#include "tst_textforms.moc"

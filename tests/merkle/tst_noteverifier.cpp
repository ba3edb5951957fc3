// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/noteverifier.h"
#include "tests/merkle/samplekeys.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class NoteVerifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsKeysOfOtherPrograms_data();
    void readsKeysOfOtherPrograms();
    void isReadAsItWasWritten_data();
    void isReadAsItWasWritten();
    void whitespaceAroundDoesNotMatter();
    void noPartOfATextIsAKey();
    void noCharacterCanBeChanged();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
    void namesHaveNoSpaces_data();
    void namesHaveNoSpaces();
};

namespace {

// The example of the documentation of golang.org/x/mod/sumdb/note.
const QString Neumann = u"PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"_s;
const QString Origin = u"trailglass.local/00f1e2d3c4b5a697"_s;

} // namespace

void NoteVerifierTest::readsKeysOfOtherPrograms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<quint32>("keyId");

    QTest::newRow("the example of the first program") << Neumann << u"PeterNeumann"_s << 0xC74F20A3U;
    QTest::newRow("Go's checksum database, with a zero in front")
        << u"sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"_s << u"sum.golang.org"_s
        << 0x033DE0AEU;
}

void NoteVerifierTest::readsKeysOfOtherPrograms()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(quint32, keyId);

    const auto verifier = NoteVerifier::fromText(text);
    QVERIFY(verifier.hasValue());
    QCOMPARE(verifier->name, name);
    QCOMPARE(verifier->keyId(), keyId);
    QCOMPARE(verifier->text(), text);
}

void NoteVerifierTest::isReadAsItWasWritten_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("of a workspace") << Origin;
    QTest::newRow("other scripts") << u"журнал/日誌"_s;
    QTest::newRow("one character") << u"x"_s;
    QTest::newRow("a byte order mark in front") << u"\uFEFFx"_s;
    QTest::newRow("the longest") << QString(256, u'n');
}

void NoteVerifierTest::isReadAsItWasWritten()
{
    QFETCH(QString, name);

    for (int number = 1; number < 40; ++number) {
        const NoteVerifier verifier = sampleVerifier(name, number);
        const auto again = NoteVerifier::fromText(verifier.text());
        QVERIFY(again.hasValue());
        QVERIFY(*again == verifier);
    }
}

void NoteVerifierTest::whitespaceAroundDoesNotMatter()
{
    const auto verifier = NoteVerifier::fromText(u" \t"_s + Neumann + u"\r\n"_s);
    QVERIFY(verifier.hasValue());
    QCOMPARE(verifier->text(), Neumann);
}

void NoteVerifierTest::noPartOfATextIsAKey()
{
    for (qsizetype first = 0; first < Neumann.size(); ++first) {
        for (qsizetype end = first; end <= Neumann.size(); ++end) {
            if (first == 0 && end == Neumann.size())
                continue;
            QVERIFY2(!NoteVerifier::fromText(Neumann.sliced(first, end - first)),
                     qPrintable(Neumann.sliced(first, end - first)));
        }
    }
}

void NoteVerifierTest::noCharacterCanBeChanged()
{
    for (qsizetype place = 0; place < Neumann.size(); ++place) {
        QString text = Neumann;
        text[place] = QChar(static_cast<char16_t>(text.at(place).unicode() + 1));
        QVERIFY2(!NoteVerifier::fromText(text), qPrintable(text));
    }
}

void NoteVerifierTest::refusesAnythingElse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");

    QTest::newRow("nothing") << QString() << u"“name+number+key” is expected"_s;
    QTest::newRow("a PEM file") << u"-----BEGIN PUBLIC KEY-----"_s << u"“name+number+key” is expected"_s;
    QTest::newRow("too long") << Neumann + QString(2'000, u'A') << u"“name+number+key” is expected"_s;
    QTest::newRow("no name") << Neumann.sliced(12) << u"“name+number+key” is expected"_s;
    QTest::newRow("a space in the name") << u"a "_s + Neumann << u"“name+number+key” is expected"_s;
    QTest::newRow("two lines") << Neumann + u'\n' + Neumann << u"“name+number+key” is expected"_s;
    QTest::newRow("another name") << u"X"_s + Neumann << u"do not belong together"_s;
    QTest::newRow("number in upper case")
        << QString(Neumann).replace(u"c74f20a3"_s, u"C74F20A3"_s) << u"do not belong together"_s;
    const QString longer = QString::fromLatin1(QByteArray("\1" + QByteArray(33, 'k')).toBase64());
    QTest::newRow("a longer key") << u"PeterNeumann+cc469956+"_s + longer << u"Ed25519"_s;
    QTest::newRow("another type") << u"PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"_s
                                  << u"Ed25519"_s;
}

void NoteVerifierTest::refusesAnythingElse()
{
    QFETCH(QString, text);
    QFETCH(QString, named);

    const auto verifier = NoteVerifier::fromText(text);
    QVERIFY(!verifier);
    QCOMPARE(verifier.error().kind, ErrorKind::Malformed);
    QVERIFY2(verifier.error().message.contains(named), qPrintable(verifier.error().message));
}

void NoteVerifierTest::namesHaveNoSpaces_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isName");

    QTest::newRow("of a workspace") << Origin << true;
    QTest::newRow("an accent") << u"Zoë"_s << true;
    QTest::newRow("beyond the first plane") << u"\U0001F511"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("too long") << QString(257, u'n') << false;
    QTest::newRow("space") << u"a b"_s << false;
    QTest::newRow("no-break space") << u"a\u00A0b"_s << false;
    QTest::newRow("ideographic space") << u"a\u3000b"_s << false;
    QTest::newRow("line separator") << u"a\u2028b"_s << false;
    QTest::newRow("line feed") << u"a\n"_s << false;
    QTest::newRow("plus") << u"a+b"_s << false;
    QTest::newRow("NUL") << QString(1, QChar(u'\0')) << false;
    QTest::newRow("DEL") << u"a\x7F"_s << false;
    QTest::newRow("half a character") << QString(QChar(u'\xD83D')) << false;
}

void NoteVerifierTest::namesHaveNoSpaces()
{
    QFETCH(QString, name);
    QFETCH(bool, isName);

    QCOMPARE(isSignerName(name), isName);
}

TRAILGLASS_PURE_TEST(NoteVerifierTest)
#include "tst_noteverifier.moc"

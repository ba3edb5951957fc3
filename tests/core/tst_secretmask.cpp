// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secretmask.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QTest>
#include <QUrl>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// Secrets of 6 to 80 characters and parts of them, in each form: some of each length.
constexpr quint64 Secrets = generatedCases<quint64>(300, 100);

/// Writes text in another form, a byte at a time where the form has it so; chance decides where it may.
using Form = std::function<QByteArray(const QByteArray &, Random &)>;

Form eachByte(std::function<QByteArray(char, Random &)> write)
{
    return [write = std::move(write)](const QByteArray &text, Random &random) {
        QByteArray written;
        for (const char byte : text)
            written += write(byte, random);
        return written;
    };
}

QByteArray hexByte(char byte, bool isUpper)
{
    const QByteArray digits = QByteArray(1, byte).toHex();
    return isUpper ? digits.toUpper() : digits;
}

QByteArray percentByte(char byte, Random &random)
{
    const bool mayStay = byte != '%' && byte != '\\' && byte != '&' && static_cast<quint8>(byte) < 0x80;
    return mayStay && random.chance(500) ? QByteArray(1, byte) : '%' + hexByte(byte, random.chance(500));
}

QByteArray jsonByte(char byte, Random &random)
{
    if (byte == '"' || byte == '\\')
        return QByteArray("\\") + byte;
    if (byte == '/')
        return random.chance(500) ? "\\/" : "/";
    return byte == '&' || byte == '<' || (byte == '%' && random.chance(300)) ? "\\u00" + hexByte(byte, false)
                                                                             : QByteArray(1, byte);
}

QByteArray htmlByte(char byte, Random &random)
{
    if (byte == '&')
        return random.chance(500) ? "&amp;" : "&#38;";
    if (byte == '"' || byte == '<' || byte == '>')
        return byte == '"' ? "&quot;" : byte == '<' ? "&lt;" : "&gt;";
    return random.chance(300) && byte != '\\' ? "&#x" + hexByte(byte, random.chance(500)) + ';'
                                              : QByteArray(1, byte);
}

constexpr auto Url = QByteArray::Base64UrlEncoding;
constexpr auto NoPadding = QByteArray::OmitTrailingEquals;

QByteArray printable(Random &random, qint64 length)
{
    QByteArray text;
    while (text.size() < length)
        text += static_cast<char>(random.between('!', '~'));
    return text;
}

/// How long a run of a secret is that must not survive.
qsizetype runOf(const QByteArray &secret)
{
    return std::clamp<qsizetype>((secret.size() + 1) / 2, 6, 8);
}

QString maskedBy(const QByteArray &secret, const QByteArray &text)
{
    SecretMask mask;
    mask.add(secret);
    return mask.masked(QString::fromUtf8(text));
}

} // namespace

/// What is taken out of a text, in which forms, and what stays in it.
class SecretMaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesASecretAndEachLongPartOfItInEveryWrittenForm_data();
    void hidesASecretAndEachLongPartOfItInEveryWrittenForm();
    void leavesNoLongRunOfASecretInBase64_data();
    void leavesNoLongRunOfASecretInBase64();
    void hidesWhatIsBrokenByWhitespace_data();
    void hidesWhatIsBrokenByWhitespace();
    void hidesTheEndsAroundStars();
    void changesNoTextWithoutTheSecret();
    void changesNoSentences();
    void masksALargeTextOfAnything_data();
    void masksALargeTextOfAnything();
    void knowsTheFormsThatServersWrite_data();
    void knowsTheFormsThatServersWrite();
    void leavesOrdinaryWords_data();
    void leavesOrdinaryWords();
    void leavesAPublicWordThatIsInASecret();
    void hidesTheWholeOfATextAlone();
    void hidesNothingWhenNothingWasAdded();
};

void SecretMaskTest::hidesASecretAndEachLongPartOfItInEveryWrittenForm_data()
{
    QTest::addColumn<Form>("form");

    const auto add = [](const char *name, const Form &form) {
        QTest::newRow(name) << form;
    };
    add("as typed", [](const QByteArray &text, Random &) -> QByteArray { return text; });
    add("percent, upper case",
        eachByte([](char byte, Random &) -> QByteArray { return '%' + hexByte(byte, true); }));
    add("percent, lower case",
        eachByte([](char byte, Random &) -> QByteArray { return '%' + hexByte(byte, false); }));
    add("percent, what needs it", [](const QByteArray &text, Random &) -> QByteArray {
        return QUrl::toPercentEncoding(QString::fromUtf8(text));
    });
    add("percent, any mixture", eachByte(percentByte));
    add("percent, twice", [](const QByteArray &text, Random &random) {
        return eachByte(percentByte)(eachByte(percentByte)(text, random), random);
    });
    add("JSON", eachByte(jsonByte));
    add("JSON, all", eachByte([](char byte, Random &random) -> QByteArray {
            return "\\u00" + hexByte(byte, random.chance(500));
        }));
    add("JSON in JSON", [](const QByteArray &text, Random &random) {
        return eachByte(jsonByte)(eachByte(jsonByte)(text, random), random);
    });
    add("\\x", eachByte([](char byte, Random &) -> QByteArray { return "\\x" + hexByte(byte, false); }));
    add("HTML", eachByte(htmlByte));
    add("HTML, all", eachByte([](char byte, Random &) -> QByteArray {
            return "&#" + QByteArray::number(static_cast<quint8>(byte)) + ';';
        }));
    add("HTML of percent", [](const QByteArray &text, Random &random) {
        return eachByte(htmlByte)(eachByte(percentByte)(text, random), random);
    });
    add("hexadecimal", [](const QByteArray &text, Random &) -> QByteArray { return text.toHex(); });
    add("hexadecimal, upper case",
        [](const QByteArray &text, Random &) -> QByteArray { return text.toHex().toUpper(); });
    add("upper case", [](const QByteArray &text, Random &) -> QByteArray { return text.toUpper(); });
    add("percent, three times", [](const QByteArray &text, Random &random) {
        return eachByte(percentByte)(eachByte(percentByte)(eachByte(percentByte)(text, random), random),
                                     random);
    });
    add("JSON of percent", [](const QByteArray &text, Random &random) {
        return eachByte(jsonByte)(eachByte(percentByte)(text, random), random);
    });
}

void SecretMaskTest::hidesASecretAndEachLongPartOfItInEveryWrittenForm()
{
    QFETCH(const Form, form);
    for (quint64 seed = 0; seed < Secrets; ++seed) {
        Random random(seed);
        const QByteArray secret = printable(random, random.between(6, 80));
        const qint64 length =
            random.chance(300) ? secret.size() : random.between(runOf(secret), secret.size());
        const QByteArray part = secret.mid(random.between(0, secret.size() - length), length);
        const QByteArray text = "Token \u4e2d \u00ab" + form(part, random) + "\u00bb is no good.";
        QCOMPARE(maskedBy(secret, text), u"Token \u4e2d «•••» is no good."_s);
    }
}

void SecretMaskTest::leavesNoLongRunOfASecretInBase64_data()
{
    QTest::addColumn<QByteArray::Base64Options>("options");

    QTest::newRow("base64") << QByteArray::Base64Options();
    QTest::newRow("base64, no padding") << QByteArray::Base64Options(NoPadding);
    QTest::newRow("base64url") << QByteArray::Base64Options(Url);
    QTest::newRow("base64url, no padding") << (Url | NoPadding);
}

void SecretMaskTest::leavesNoLongRunOfASecretInBase64()
{
    QFETCH(const QByteArray::Base64Options, options);
    for (quint64 seed = 0; seed < 2 * Secrets; ++seed) {
        Random random(seed);
        const QByteArray secret = printable(random, random.between(6, 80));
        const qint64 length =
            random.chance(300) ? secret.size() : random.between(runOf(secret), secret.size());
        const QByteArray part = secret.mid(random.between(0, secret.size() - length), length);
        const QByteArray before = random.letters(static_cast<int>(random.between(0, 9)));
        const QByteArray after = random.letters(static_cast<int>(random.between(0, 9)));
        const QByteArray encoded = QByteArray(before + part + after).toBase64(options);
        const QString left = maskedBy(secret, "Basic " + encoded + " is no good.");
        QVERIFY(left.startsWith(u"Basic "_s) && left.endsWith(u" is no good."_s));
        const qsizetype begin = (before.size() * 8 + 5) / 6;
        const qsizetype end = (before.size() + part.size()) * 8 / 6;
        const qsizetype run = (runOf(secret) * 8 - 4) / 6;
        QCOMPARE_GE(end - begin, run);
        for (qsizetype at = begin; at + run <= end; ++at) {
            QVERIFY2(!left.contains(QString::fromLatin1(encoded.mid(at, run))),
                     qPrintable(QString::fromLatin1(encoded) + u" → "_s + left));
        }
        if (before.isEmpty() && after.isEmpty())
            QCOMPARE(left, u"Basic ••• is no good."_s);
    }
}

void SecretMaskTest::hidesWhatIsBrokenByWhitespace_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QByteArray>("space");

    const auto asIs = [](const QByteArray &text, Random &) -> QByteArray {
        return text;
    };
    for (const char *space : {" ", "\n", "\r\n\t", "\\n", "\\r\\n", "%0A", "%20", "&#10;", "<br>", "\u00A0",
                              "\u200B", "\u00AD", "<LF>", "<U+2060>"})
        QTest::addRow("as typed, %s", QByteArray(space).toPercentEncoding().constData())
            << Form(asIs) << QByteArray(space);
    const Form percent =
        eachByte([](char byte, Random &) -> QByteArray { return '%' + hexByte(byte, true); });
    const Form base64 = [](const QByteArray &text, Random &) -> QByteArray {
        return text.toBase64();
    };
    const Form hex = [](const QByteArray &text, Random &) -> QByteArray {
        return text.toHex();
    };
    QTest::newRow("percent, the escapes broken too") << percent << QByteArray("\n");
    QTest::newRow("base64") << base64 << QByteArray("\r\n");
    QTest::newRow("base64, in a text") << base64 << QByteArray("\\r\\n");
    QTest::newRow("hexadecimal") << hex << QByteArray(" ");
}

void SecretMaskTest::hidesWhatIsBrokenByWhitespace()
{
    QFETCH(const Form, form);
    QFETCH(const QByteArray, space);
    for (quint64 seed = 0; seed < Secrets / 5; ++seed) {
        Random random(seed);
        const QByteArray secret = random.letters(static_cast<int>(random.between(8, 60)));
        QByteArray written = form(secret, random);
        const qint64 step = random.between(1, 9); // 1: a space between any two characters
        for (qsizetype at = written.size() - 1; at > 0; --at) {
            if (at % step == 0)
                written.insert(at, space);
        }
        const QByteArray text = "Token \u00ab" + written + "\u00bb is no good.";
        QCOMPARE(maskedBy(secret, text), u"Token «•••» is no good."_s);
    }
}

void SecretMaskTest::hidesTheEndsAroundStars()
{
    const QByteArray secret = "sk_live_0123456789abcdef";
    const auto row = [&secret](const QByteArray &text, const QString &expected) {
        QCOMPARE(maskedBy(secret, text), expected);
    };
    row("no sk_l****cdef.", u"no •••."_s);
    row("no sk_l...cdef.", u"no •••."_s);
    row("no sk_l\u2026cdef, sk_l \u2022\u2022\u2022\u2022 cdef", u"no •••, •••"_s);
    row("no sk%5Fl%2A%2A%2A%2Acdef", u"no •••"_s);
    row("no SK_LIVE*abcdef, s*9abcdef", u"no •••, •••"_s);
    row("no sk_live_****cdef", u"no •••****cdef"_s); // eight and four
    // Fewer than eight together, or others.
    for (const char *left : {"no sk_***cdef", "no ****cdef", "no sk_live****", "no xk_l****cdef",
                             "no sk_l****cdeg", "no sk_lcdef", "sk_l****", "****cdef"})
        row(left, QString::fromLatin1(left));
}

void SecretMaskTest::changesNoSentences()
{
    SecretMask mask;
    for (const char *secret :
         {"sk_live_0123456789abcdef", "Correct-Horse-Battery", "mygoodsecret", "2/12/34567:Ab+Cd=="})
        mask.add(secret);
    const QString text =
        u"Invalid value in “created_at”: must be an ISO 8601 time, e.g. 2026-11-20T09:15:00Z…\n"
        "My good horse sends a letter. Is it correct? Horses have batteries.\n"
        "https://example.com/api/v1/logs?cursor=eyJpZCI6MTIzNDU2fQ%3D%3D&limit=100 &amp; more\r\n"
        "deadbeef feed 7777 cafe; request-id 7f9c24e8-3b12-4b5e-9d3f-0a1b2c3d4e5f. See ******** or ... <br>"_s;
    QCOMPARE(mask.masked(text), text);
}

void SecretMaskTest::masksALargeTextOfAnything_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece :
         {"a", " ", "*", ".a", "%25", "%2525252525", "\\u005c", "&amp;", "&", "<U+", "\u2022s"})
        QTest::newRow(piece) << QByteArray(piece);
    QTest::newRow("nearly the secret") << QByteArray("sk_liv");
    QTest::newRow("the ends") << QByteArray("sk_*ef");
}

/// With the whole text read again for each of its bytes this would take minutes, with the smaller number of them, too.
void SecretMaskTest::masksALargeTextOfAnything()
{
    QFETCH(const QByteArray, piece);
    constexpr qsizetype Bytes = generatedCases<qsizetype>(300'000, 100'000);
    const QByteArray secret = "sk_live_0123456789abcdef";
    const QString filling = QString::fromUtf8(piece.repeated(Bytes / piece.size()));
    SecretMask mask;
    mask.add(secret);
    QVERIFY(mask.masked(filling + u" «"_s + QString::fromLatin1(secret) + u'»') == filling + u" «•••»"_s);
}

void SecretMaskTest::changesNoTextWithoutTheSecret()
{
    for (quint64 seed = 0; seed < Secrets / 6; ++seed) {
        Random random(seed);
        SecretMask mask;
        for (int count = 0; count < 3; ++count)
            mask.add(printable(random, random.between(12, 80)));
        const QByteArray plain = printable(random, 3'000);
        for (const Form &form :
             {Form(eachByte(percentByte)), Form(eachByte(jsonByte)), Form(eachByte(htmlByte)),
              Form([](const QByteArray &text, Random &) -> QByteArray { return text.toBase64(); })}) {
            const QString text = QString::fromUtf8(form(plain, random));
            QCOMPARE(mask.masked(text), text);
        }
    }
}

void SecretMaskTest::knowsTheFormsThatServersWrite_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const QByteArray token = "2/12008/34567:Ab+Cd==";
    const auto row = [](const char *name, const QByteArray &secret, const QByteArray &text,
                        const QString &expected) {
        QTest::newRow(name) << secret << text << expected;
    };
    row("percent and base64 of one", token,
        "token=" + QUrl::toPercentEncoding(QString::fromUtf8(token)) + " (" + token.toBase64() + ')',
        u"token=••• (•••)"_s);
    row("base64 of user and key", token, "Basic " + QByteArray("api:" + token).toBase64() + '!',
        u"Basic YXBpOj•••!"_s);
    row("base64, percent-encoded", token, "a " + token.toBase64().replace("=", "%3D") + " b", u"a ••• b"_s);
    row("base64, its slashes escaped", "k?>~k?>~k?>~",
        QByteArray("k?>~k?>~k?>~").toBase64().replace("/", "\\/"), u"•••"_s);
    row("form-encoded", "two words+more", "key=two+words%2Bmore&x=1", u"key=•••&x=1"_s);
    row("a scheme typed along, shown without", "Key abcdef0123456789", "unknown key abcdef0123456789",
        u"unknown •••"_s);
    row("a scheme typed along, shown with", "Key abcdef0123456789", "bad 'Key abcdef0123456789'",
        u"bad '•••'"_s);
    row("a scheme in front", "abcdef0123456789", "bad Bearer abcdef0123456789", u"bad Bearer •••"_s);
    row("cut", "sk_live_0123456789abcdef", "invalid key sk_live_0123…", u"invalid key •••…"_s);
    row("its end", "sk_live_0123456789abcdef", "the key …89abcdef", u"the key …•••"_s);
    row("four of its end", "sk_live_0123456789abcdef", "the key ending with cdef",
        u"the key ending with cdef"_s);
    row("in a host name, which is in lower case", "AbCdEf0123456789", "https://abcdef0123456789.example",
        u"https://•••.example"_s);
    row("spaces run together", "two  words  apart", "no two words apart here", u"no ••• here"_s);
    row("letters that are not ASCII", "Schlüssel-für-dich", "no Schl%C3%BCssel-f%c3%bcr-dich", u"no •••"_s);
    row("such letters, \\u", "Schlüssel-für-dich", "no Schl\\u00fcssel-f\\u00FCr-dich", u"no •••"_s);
    row("such letters, a pair", "clé-\xF0\x9F\x94\x91-secrète", "no cl&eacute-\\ud83d\\udd11-secr&#232;te",
        u"no cl&eacute•••"_s);
    row("a secret that looks escaped", "ab%2Fcd%41efgh", "no ab%2Fcd%41efgh, ab/cdAefgh, ab%252Fcd%2541efgh",
        u"no •••, •••, •••"_s);
    row("two side by side", "0123456789abcdef", "0123456789abcdef0123456789abcdef", u"•••"_s);
    row("short", "k-123", "No k-123 at (k%2D123)", u"No ••• at (•••)"_s);
    row("very short", "k", "key k", u"key •••"_s);
}

void SecretMaskTest::knowsTheFormsThatServersWrite()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    QCOMPARE(maskedBy(secret, text), expected);
}

void SecretMaskTest::leavesOrdinaryWords_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("a letter") << QByteArray("k") << QByteArray("Check the key: it is broken, asks Mr Kafka.");
    QTest::newRow("a word in a word") << QByteArray("key") << QByteArray("monkey keys key2 2key");
    QTest::newRow("five letters") << QByteArray("token") << QByteArray("tokens and subtoken");
    QTest::newRow("words of a long secret")
        << QByteArray("the-key-of-my-test") << QByteArray("The key of the test is not the key.");
    QTest::newRow("base64 of three letters") << QByteArray("key") << QByteArray("a2V5");
    QTest::newRow("escapes that cannot be read")
        << QByteArray("0123456789abcdef") << QByteArray("100% of \\u12 &; &#; &#x; &#99999999999; %u12 %");
}

void SecretMaskTest::leavesOrdinaryWords()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, text);
    QCOMPARE(maskedBy(secret, text), QString::fromUtf8(text));
}

void SecretMaskTest::leavesAPublicWordThatIsInASecret()
{
    SecretMask mask({u"paradime"_s});
    mask.add("demo-paradime-secret");
    QCOMPARE(mask.masked(u"Paradime does not accept demo-paradime-secret."_s),
             u"Paradime does not accept •••."_s);
    QCOMPARE(mask.masked(u"not -paradime-"_s), u"not •••"_s);
}

void SecretMaskTest::hidesTheWholeOfATextAlone()
{
    SecretMask mask;
    mask.addWhole("/api/v1/graphql");
    QCOMPARE(mask.masked(u"Cannot POST /api/v1/graphql (%2Fapi%2Fv1%2Fgraphql), see /api/v1/graph"_s),
             u"Cannot POST ••• (•••), see /api/v1/graph"_s);
}

void SecretMaskTest::hidesNothingWhenNothingWasAdded()
{
    SecretMask mask;
    mask.add({});
    mask.addWhole({});
    QCOMPARE(mask.masked(u"a %41 &amp; b"_s), u"a %41 &amp; b"_s);
}

TRAILGLASS_TEST(SecretMaskTest)
#include "tst_secretmask.moc"

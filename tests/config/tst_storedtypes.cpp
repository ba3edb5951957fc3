// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/storedtypes.h"
#include "tests/runner/testclass.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// A number as QSettings stores one of its own type, after the word.
const QByteArray Number = "\\0\\0\\0\\x2\\0\\0\\0\\x7)";
/// The same after `@DateTime(`, which is of a later version of the stream.
const QByteArray LaterNumber = "\\0\\0\\0\\x2\\0\\0\\0\\0\\x7)";

/// What QSettings reads of a file with this value.
QVariant readBack(const QByteArray &content)
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"settings.ini"_s);
    QFile file(fileName);
    [&] {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }();
    file.close();
    return QSettings(fileName, QSettings::IniFormat).value(u"group/key"_s);
}

bool isNumber(const QVariant &value)
{
    const QVariantList elements = value.toList();
    return value.typeId() == QMetaType::Int || std::ranges::any_of(elements, [](const QVariant &element) {
               return element.typeId() == QMetaType::Int;
           });
}

QByteArray fileWith(const QByteArray &value)
{
    return "[group]\nkey=" + value + "\n";
}

} // namespace

/// Values of an INI file of which QSettings would make objects.
class StoredTypesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTextsHoweverTheyAreWritten_data();
    void areTextsHoweverTheyAreWritten();
    void areFoundWhereOnlyAByteOrderMarkIsInTheWay();
    void nothingElseChanges_data();
    void nothingElseChanges();
};

void StoredTypesTest::areTextsHoweverTheyAreWritten_data()
{
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const QByteArray &value) {
        QTest::newRow(name) << value;
    };
    row("as QSettings writes it", "@Variant(" + Number);
    row("a time", "@DateTime(" + LaterNumber);
    row("after spaces", " \t @Variant(" + Number);
    row("in quotes", "\"@Variant(" + Number + '"');
    row("quotes in the middle", "@Var\"iant(" + Number + '"');
    row("two texts in quotes", "\"@Var\" \"iant(" + Number + '"');
    row("a space after quotes", "\"@Var\"  iant(" + Number);
    row("a hexadecimal sign", "\\x40Variant(" + Number);
    row("a hexadecimal sign with zeros", "\\x00000040Variant(" + Number);
    row("an octal sign", "\\100Variant(" + Number);
    row("each letter escaped", "\\x40\\x56\\x61\\x72\\x69\\x61\\x6e\\x74\\x28" + Number);
    row("an escape that means nothing", "@Vari\\-ant(" + Number);
    row("a hexadecimal escape without digits", "@Va\\xriant(" + Number);
    row("on two lines", "@Vari\\\nant(" + Number);
    row("on two lines of Windows", "@Vari\\\r\nant(" + Number);
    row("in a list", "one, @Variant(" + Number + ", two");
    row("after a text in the same list", "\"one\\\"\", \"@Variant(" + Number + '"');
    row("after a comment with a backslash", "x\n; a comment \\\nkey=@Variant(" + Number);
    row("twice", "@Variant(" + Number + "\nkey=@Variant(" + Number);
}

void StoredTypesTest::areTextsHoweverTheyAreWritten()
{
    QFETCH(const QByteArray, value);
    const QByteArray content = fileWith(value);
    QVERIFY(isNumber(readBack(content))); // that it is such a value
    const QByteArray harmless = withoutStoredTypes(content);
    const QVariant read = readBack(harmless);
    QVERIFY(read.isValid());
    QVERIFY2(!isNumber(read), harmless.constData());
    QCOMPARE(withoutStoredTypes(harmless), harmless);
}

/// QSettings may take it for the beginning of the text.
void StoredTypesTest::areFoundWhereOnlyAByteOrderMarkIsInTheWay()
{
    for (const QByteArray &value :
         {QByteArray("\xef\xbb\xbf@Variant("), QByteArray("\\x40\xef\xbb\xbfVariant(")}) {
        const QByteArray harmless = withoutStoredTypes(fileWith(value + Number));
        QVERIFY(harmless.contains('_'));
        QVERIFY(!isNumber(readBack(harmless)));
    }
}

void StoredTypesTest::nothingElseChanges_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const QByteArray &content) {
        QTest::newRow(name) << content;
    };
    row("nothing", "");
    row("bytes", fileWith("@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3)"));
    row("a text that begins with an at sign", fileWith("@@actor"));
    row("a list with a JSON path", fileWith("\"+actor\\n@a.b\", \"@a.\\\"b, c\\\"/d\""));
    row("the word in a key", "[group]\n@Variant=x\n");
    row("another word", fileWith("@Variants(x), @variant(y), Variant(z), @ Invalid()"));
    row("no INI file", QByteArray("\x00\xff\xfe{]=[[\n@Vari\\", 15));
    row("a backslash at the end", fileWith("@Variant").chopped(1) + '\\');
}

void StoredTypesTest::nothingElseChanges()
{
    QFETCH(const QByteArray, content);
    QCOMPARE(withoutStoredTypes(content), content);
}

TRAILGLASS_TEST(StoredTypesTest)
#include "tst_storedtypes.moc"

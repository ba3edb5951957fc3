// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonfields.h"
#include "models/json/jsontokenreader.h"
#include "models/json/stringscan.h"
#include "models/json/utf8.h"
#include "models/json/wholedocument.h"
#include "tests/fuzz/mutator.h"
#include "tests/json/jsongenerator.h"
#include "tests/json/referencejson.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

using Status = JsonValidator::Status;
using Token = JsonTokenReader::Token;

/// All ways to read JSON agree with one another, and with a reader that shares no code with them, over
/// generated texts, valid and broken.
class JsonLawsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyReaderAcceptsTheSameTexts();
    void chunksMakeNoDifferenceToTheValidator();
    void theTokenReaderStopsWhereTheValidatorDoes();
    void skippingAValueEndsWhereItsTokensEnd();
    void elementsAndMembersAreTheSameForFieldsAndTokens();
    void fieldsAndElementsOfABrokenTextAreWithinIt();
    void theFirstSpecialCharacterOfAStringIsFound();

private:
    std::vector<std::string> m_valid;
    std::vector<std::string> m_texts; ///< the valid ones, and broken ones made from them
};

namespace {

/// The failing text, to be pasted into a test.
QByteArray shown(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size())).toPercentEncoding();
}

struct Verdict
{
    Status status = Status::Reading;
    JsonFault fault = JsonFault::None;
    std::size_t end = 0; ///< bytes consumed

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

Verdict validate(std::string_view text, const std::function<std::size_t()> &nextLength)
{
    JsonValidator validator;
    std::size_t end = 0;
    while (end < text.size() && validator.status() == Status::Reading)
        end += validator.run(text.substr(end, nextLength()));
    validator.end();
    return {validator.status(), validator.fault(), end};
}

Verdict validate(std::string_view text)
{
    return validate(text, [] { return std::string_view::npos; });
}

/// The tokens of one value as referenceTokens() has them, without commas and colons.
struct Tokens
{
    QList<QString> tokens;
    bool isComplete = false;
    std::size_t end = 0; ///< after the last token
};

Tokens readTokens(std::string_view text)
{
    Tokens read;
    JsonTokenReader reader(text);
    for (;;) {
        const Token token = reader.next();
        if (token == Token::Done || token == Token::Broken) {
            read.isComplete = token == Token::Done;
            read.end = reader.position();
            return read;
        }
        const std::string_view bytes =
            token == Token::End ? text.substr(reader.start(), 1) : reader.value().token;
        read.tokens += QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
}

constexpr FieldTable Paths(std::array<FieldPath, 4>{{{{}, "name"}, {{}, "a"}, {"name", "a"}, {"a", "name"}}});

/// The last member of this name; Missing where there is none, or no object.
JsonValueView lastMember(std::string_view object, std::string_view name)
{
    JsonValueView last;
    JsonTokenReader reader(object);
    if (reader.next() != Token::BeginObject)
        return last;
    while (reader.next() == Token::Name) {
        const bool isWanted = reader.value().text() == name;
        reader.next();
        const JsonValueView value = *reader.finishValue();
        if (isWanted)
            last = value;
    }
    return last;
}

JsonValueView valueAt(std::string_view object, const FieldPath &path)
{
    return lastMember(path.parent.empty() ? object : lastMember(object, path.parent).token, path.key);
}

} // namespace

void JsonLawsTest::initTestCase()
{
    JsonGenerator json(20);
    for (int i = 0; i < 400; ++i)
        m_valid.push_back(json.whitespace() + json.value() + json.whitespace());
    m_texts = m_valid;
    Mutator mutator(m_valid, 21);
    for (int i = 0; i < 8'000; ++i)
        m_texts.push_back(mutator.next());
}

void JsonLawsTest::everyReaderAcceptsTheSameTexts()
{
    int accepted = 0;
    for (const std::string &text : m_texts) {
        const auto reference = referenceTokens(text);
        accepted += reference ? 1 : 0;
        const Tokens tokens = readTokens(text);
        const bool isWhole =
            tokens.isComplete && skipJsonWhitespace(std::string_view(text).substr(tokens.end)).empty();
        QVERIFY2((isJson(text) && isValidUtf8(text)) == reference.has_value(), shown(text).constData());
        QVERIFY2((isWhole && isValidUtf8(text)) == reference.has_value(), shown(text).constData());
        if (!text.starts_with(ByteOrderMark))
            QVERIFY2(wholeDocument(text).hasValue() == reference.has_value(), shown(text).constData());
        if (!reference)
            continue;
        QList<QString> expected = *reference;
        expected.removeAll(u","_s);
        expected.removeAll(u":"_s);
        QVERIFY2(tokens.tokens == expected, shown(text).constData());
    }
    QCOMPARE_GE(accepted, static_cast<int>(m_valid.size()));
    QCOMPARE_LT(accepted, static_cast<int>(m_texts.size()));
}

void JsonLawsTest::chunksMakeNoDifferenceToTheValidator()
{
    JsonGenerator random(22);
    for (const std::string &text : m_texts) {
        const Verdict whole = validate(text);
        const Verdict pieces = validate(text, [&random] { return 1 + random.below(7); });
        QVERIFY2(whole == pieces, shown(text).constData());
    }
}

void JsonLawsTest::theTokenReaderStopsWhereTheValidatorDoes()
{
    for (const std::string &text : m_texts) {
        const Verdict verdict = validate(text);
        const Tokens tokens = readTokens(text);
        QVERIFY2(tokens.isComplete == (verdict.status == Status::Complete), shown(text).constData());
        if (tokens.isComplete)
            QVERIFY2(tokens.end == verdict.end, shown(text).constData());
        else
            QVERIFY2(tokens.end <= verdict.end,
                     shown(text).constData()); // the start of the token that has the fault
    }
}

void JsonLawsTest::skippingAValueEndsWhereItsTokensEnd()
{
    JsonGenerator random(23);
    for (const std::string &text : m_texts) {
        const Tokens expected = readTokens(text);
        JsonTokenReader reader(text);
        Token token = reader.next();
        while (token != Token::Done && token != Token::Broken) {
            if (token != Token::End && token != Token::Name && random.below(3) == 0) {
                const auto value = reader.finishValue();
                QVERIFY2(!value || isJson(value->token), shown(text).constData());
            }
            token = reader.next();
        }
        QVERIFY2((token == Token::Done) == expected.isComplete, shown(text).constData());
        if (expected.isComplete)
            QVERIFY2(reader.position() == expected.end, shown(text).constData());
    }
}

void JsonLawsTest::elementsAndMembersAreTheSameForFieldsAndTokens()
{
    int compared = 0;
    for (const std::string &text : m_valid) {
        const std::string document = *wholeDocument(text);
        JsonTokenReader reader(document);
        const Token first = reader.next();
        if (first == Token::BeginArray) {
            std::vector<std::string_view> elements;
            while (reader.next() != Token::End)
                elements.push_back(reader.finishValue()->token);
            QVERIFY2(elementsOf(document) == elements, shown(text).constData());
            compared += elements.empty() ? 0 : 1;
        } else if (first == Token::BeginObject) {
            JsonFields fields(Paths);
            QVERIFY2(fields.read(document), shown(text).constData());
            for (std::size_t field = 0; field < Paths.size(); ++field) {
                const JsonValueView expected = valueAt(document, Paths[field]);
                QVERIFY2(fields.kind(field) == expected.kind, shown(text).constData());
                QVERIFY2(fields.raw(field) == expected.token, shown(text).constData());
                compared += expected.kind == JsonKind::Missing ? 0 : 1;
            }
        }
    }
    QCOMPARE_GT(compared, 20);
}

void JsonLawsTest::fieldsAndElementsOfABrokenTextAreWithinIt()
{
    int refused = 0;
    for (const std::string &text : m_texts) {
        // Memory of its own, so that a sanitizer sees what is read past the end.
        const std::vector<char> bytes(text.begin(), text.end());
        const std::string_view whole(bytes.data(), bytes.size());
        const auto isWithin = [whole](std::string_view part) {
            return part.empty()
                || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
        };
        JsonFields fields(Paths);
        refused += fields.read(whole) ? 0 : 1;
        std::string scratch;
        for (std::size_t field = 0; field < Paths.size(); ++field) {
            QVERIFY2(isWithin(fields.raw(field)), shown(text).constData());
            QVERIFY2(fields.textView(field, scratch) == fields.text(field), shown(text).constData());
        }
        for (const std::string_view element : elementsOf(whole))
            QVERIFY2(isWithin(element), shown(text).constData());
    }
    QCOMPARE_GT(refused, static_cast<int>(m_valid.size()));
}

void JsonLawsTest::theFirstSpecialCharacterOfAStringIsFound()
{
    JsonGenerator random(24);
    const auto isSpecial = [](char byte) {
        return byte == '"' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20;
    };
    for (int i = 0; i < 20'000; ++i) {
        std::vector<char> bytes(random.below(40));
        for (char &byte : bytes)
            byte = random.below(30) == 0 ? static_cast<char>(random.below(256))
                                         : static_cast<char>(0x80 + random.below(128));
        const char *const begin = bytes.data();
        const char *const end = begin + bytes.size();
        QVERIFY(findStringSpecial(begin, end) == std::find_if(begin, end, isSpecial));
    }
}

TRAILGLASS_TEST(JsonLawsTest)
#include "tst_jsonlaws.moc"

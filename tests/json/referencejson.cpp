// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/json/referencejson.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

bool isUtf8(std::string_view bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return !text.isNull() && !decoder.hasError();
}

/// The longest token at each place; every byte must belong to one.
std::optional<QList<QString>> tokens(std::string_view bytes)
{
    static const QRegularExpression token(
        uR"re(\G[ \t\r\n]*+(?:([\[\]{}:,]|true|false|null)re"
        uR"re(|-?+(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+)re"
        uR"re(|"(?:[^"\\\x{0}-\x{1F}]++|\\["\\/bfnrt]|\\u[0-9A-Fa-f]{4})*+")|\z))re"_s);
    const QString text = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QList<QString> found;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto match = token.match(text, at);
        if (!match.hasMatch())
            return {};
        if (!match.captured(1).isEmpty())
            found.append(match.captured(1));
        at = match.capturedEnd();
    }
    return found;
}

/// Walks the grammar with a stack of what must still come.
bool isGrammatical(const QList<QString> &tokens)
{
    QString expected =
        u"v"_s; // the rightmost is next: v value, a/o array or object begun, A/O after a member, : and n
    for (const QString &token : tokens) {
        const QChar c = token[0];
        if (expected.isEmpty())
            return false;
        const QChar next = expected.back();
        expected.chop(1);
        if (next == u':') {
            if (c != u':')
                return false;
        } else if (next == u'n' || (next == u'o' && c != u'}')) {
            if (c != u'"')
                return false;
            expected += u"Ov:"_s;
        } else if (next == u'A' || next == u'O') {
            if (c == u',')
                expected += next == u'A' ? u"Av"_s : u"n"_s;
            else if (c != (next == u'A' ? u']' : u'}'))
                return false;
        } else if (next == u'o' || (next == u'a' && c == u']')) {
            continue;
        } else {
            if (next == u'a')
                expected += u'A';
            if (c == u'[')
                expected += u'a';
            else if (c == u'{')
                expected += u'o';
            else if (c == u']' || c == u'}' || c == u',' || c == u':')
                return false;
        }
    }
    return expected.isEmpty();
}

} // namespace

std::optional<QList<QString>> referenceTokens(std::string_view bytes)
{
    if (bytes.empty() || !isUtf8(bytes))
        return {};
    auto found = tokens(bytes);
    if (!found || !isGrammatical(*found))
        return {};
    return found;
}

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secret.h"

#include "models/core/translation.h"

#include <QStringDecoder>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr qsizetype LargestSecret = 8 * 1024;

constexpr bool isControl(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7F && unit <= 0x9F);
}

// What is wrong with the text, as a sentence; empty when nothing is.
QString complaint(const QByteArray &utf8)
{
    if (utf8.isEmpty())
        return tr("The secret is empty. Copy it again.");
    if (utf8.size() > LargestSecret)
        return tr("The secret is longer than 8 KiB. Enter the secret alone.");
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder(utf8);
    const bool readable = !decoder.hasError();
    const auto control =
        std::ranges::find_if(std::as_const(text), [](QChar c) { return isControl(c.unicode()); });
    const char16_t found = control == text.cend() ? u'\0' : control->unicode();
    const bool hasControl = control != text.cend();
    const bool blankEnds = text.front().isSpace() || text.back().isSpace();
    text.fill(QChar(u'\0'));
    if (!readable)
        return tr("The secret is not UTF-8 text. Copy it again.");
    if (found == u'\n' || found == u'\r')
        return tr("The secret contains a line break. Copy it again as one line.");
    if (found == u'\t')
        return tr("The secret contains a tab. Copy it again without spaces around it.");
    if (hasControl)
        return tr("The secret contains a control character. Copy it again.");
    if (blankEnds)
        return tr("The secret starts or ends with a space. Copy it again without it.");
    return {};
}

} // namespace

void wipe(QByteArray &bytes)
{
    if (!bytes.isDetached())
        return;
    // volatile: the compiler would drop stores to memory that is freed next.
    volatile char *characters = bytes.data();
    for (qsizetype index = 0; index < bytes.size(); ++index)
        characters[index] = '\0';
}

Result<Secret> Secret::fromText(const QByteArray &utf8)
{
    if (const QString message = complaint(utf8); !message.isEmpty())
        return Error{ErrorKind::Usage, message};
    Secret secret;
    // A buffer of its own: only then may the last copy overwrite it.
    secret.m_bytes = QByteArray(utf8.constData(), utf8.size());
    return secret;
}

Secret::~Secret()
{
    wipe(m_bytes);
}

Secret &Secret::operator=(const Secret &other)
{
    Secret copy(other);
    m_bytes.swap(copy.m_bytes);
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    // The old bytes move into a Secret that ends here, so that they are wiped too.
    Secret moved(std::move(other));
    m_bytes.swap(moved.m_bytes);
    return *this;
}

QDebug operator<<(QDebug debug, const Secret &)
{
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << QStringView(u"•••");
    return debug;
}

} // namespace Trailglass

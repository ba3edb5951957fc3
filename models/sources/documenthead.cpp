// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/documenthead.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/json/stringscan.h"
#include "models/json/utf8.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr qsizetype ShownCharacters = 40;
constexpr std::size_t KeptBytes = 4 * ShownCharacters; // a character takes up to four bytes

} // namespace

void DocumentHead::feed(std::string_view bytes)
{
    if (m_bytes.empty())
        bytes = skipJsonWhitespace(bytes);
    m_bytes.append(bytes.substr(0, KeptBytes - m_bytes.size()));
}

bool DocumentHead::looksLikeJson() const
{
    return m_bytes.starts_with('{') || m_bytes.starts_with('[');
}

bool DocumentHead::isText() const
{
    const QString text = toQString(m_bytes);
    return findInvalidUtf8(m_bytes) == std::string_view::npos
        && std::none_of(text.begin(), text.end(), [](QChar character) {
               return character.category() == QChar::Other_Control && !character.isSpace();
           });
}

QString DocumentHead::notJsonText() const
{
    if (!isText())
        return Trailglass::tr("The response is neither JSON nor text; it may be compressed.");
    const QString text = toQString(m_bytes);
    QString shown = visibleText(text.left(ShownCharacters));
    if (text.size() > ShownCharacters)
        shown += QChar(0x2026);
    if (m_bytes.starts_with('<'))
        return Trailglass::tr("The response is a web page, not JSON (it begins with “%1”). It may come from "
                              "a proxy, a login page or a wrong address.")
            .arg(shown);
    return Trailglass::tr("The response is not JSON (it begins with “%1”).").arg(shown);
}

} // namespace Trailglass

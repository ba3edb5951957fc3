// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/pagecycle.h"

#include "models/sources/cursorjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

bool PageCycle::closes(const QString &page)
{
    if (m_page == page)
        return true;
    ++m_pages;
    if (m_page.isEmpty() || m_pages >= m_span) {
        m_span = m_page.isEmpty() ? 1 : 2 * m_span;
        m_pages = 0;
        m_page = page;
    }
    return false;
}

PageCycle PageCycle::fromJson(const QJsonObject &checkpoint)
{
    PageCycle cycle;
    cycle.m_page = checkpoint.value(u"cycle_row").toString();
    cycle.m_pages = readCount(checkpoint, u"cycle_pages").value_or(0);
    cycle.m_span = std::max<qint64>(1, readCount(checkpoint, u"cycle_span").value_or(1));
    return cycle;
}

void PageCycle::write(QJsonObject &checkpoint) const
{
    if (m_page.isEmpty())
        return;
    writeText(checkpoint, u"cycle_row"_s, m_page);
    writeCount(checkpoint, u"cycle_pages"_s, m_pages);
    writeCount(checkpoint, u"cycle_span"_s, m_span);
}

} // namespace Trailglass

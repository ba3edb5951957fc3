// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

namespace Trailglass {

/// Keeps how the texts of cells are laid out, cut to their width: laying out costs more than all else of
/// painting a table, and most cells of an audit log say what others say too.
///
/// \thread the GUI thread
class CellTextCache
{
public:
    /// One line of plain text, ended by "…" where it is wider than \a width.
    ///
    /// \param width  px; nothing fits into less than one
    /// \returns ready to be drawn with \a font; valid until the next call
    [[nodiscard]] const QStaticText &layout(const QString &text, const QFont &font, int width);

private:
    struct Key
    {
        QString text;
        int width = 0;

        friend bool operator==(const Key &left, const Key &right) = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.text, key.width); }
    };
    static constexpr int MaxLayouts = 8'192; ///< some 1 KB each; a large screen shows a tenth

    QFont m_font;
    QCache<Key, QStaticText> m_layouts{MaxLayouts};
};

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/quarantinerow.h"

#include <QTimeZone>
#include <QWidget>

class QTabWidget;

namespace Trailglass {

class ChangesView;
class PagedText;
class WrappedLabel;

/// One quarantined row: what is known of it and its bytes, of a conflict both versions and their differences. Bytes that
/// are no text are shown as a hexadecimal dump.
/// \thread GUI
class QuarantineContentView : public QWidget
{
    Q_OBJECT

public:
    /// \param zone  of the times shown
    explicit QuarantineContentView(const QTimeZone &zone, QWidget *parent = nullptr);

    /// No row is chosen.
    void clear();
    void showContent(const QuarantineContent &content);

private:
    [[nodiscard]] PagedText *addText(const char *name, const QString &title);
    [[nodiscard]] QString factsOf(const QuarantineRow &row) const;
    void showText(PagedText &text, const std::shared_ptr<const std::string> &bytes);

    QTimeZone m_zone;
    WrappedLabel *m_facts;
    QTabWidget *m_tabs;
    PagedText *m_bytes;
    PagedText *m_stored;
    ChangesView *m_changes;
};

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

#include <memory>
#include <string>

namespace Trailglass {

/// One whole value in a window of its own, which holds nothing up and deletes itself when closed.
/// \thread GUI
class TextViewer : public QDialog
{
    Q_OBJECT

public:
    /// \param title  what the text is, shown as plain text
    TextViewer(const QString &title, std::string text, QWidget *parent);

private:
    std::shared_ptr<const std::string> m_text;
};

} // namespace Trailglass

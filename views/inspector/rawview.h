// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <memory>
#include <string>

class QCheckBox;
class QLabel;
class QPushButton;

namespace Trailglass {

class JsonHighlighter;
class LongTextEdit;

/// The JSON of an event as text: laid out on indented lines, or as received.
/// \thread GUI
class RawView : public QWidget
{
    Q_OBJECT

public:
    /// Bytes that are shown until the user requests all.
    static constexpr std::size_t ShownAtFirst = 256 * 1024;

    explicit RawView(QWidget *parent = nullptr);

    /// Null shows nothing.
    void setDocument(std::shared_ptr<const std::string> raw);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();

    std::shared_ptr<const std::string> m_raw;
    QCheckBox *m_indented;
    LongTextEdit *m_text;
    JsonHighlighter *m_highlighter;
    QLabel *m_cut;
    QPushButton *m_showAll;
};

} // namespace Trailglass

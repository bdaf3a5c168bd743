/**
 * The report that people read, made by the real Allure: its library writes the results, its own generator makes one page
 * of them, offline. No type of Allure leaves this package.
 */
@NullMarked
package io.hanproof.allure;

import org.jspecify.annotations.NullMarked;
